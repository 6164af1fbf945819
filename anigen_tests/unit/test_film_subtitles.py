"""WebVTT is safe for any text a director may write."""

import pytest

from anigen_assets.studio.film.subtitles import subtitle_packets, vtt_text, write_vtt
from anigen_tests.unit.films import line


def cues(text: str) -> list[list[str]]:
    """Blocks of a WebVTT document as a parser sees them: separated by empty lines, without the header."""
    header, *blocks = [block.split("\n") for block in text.rstrip("\n").split("\n\n")]
    assert header == ["WEBVTT"]
    return blocks


def test_a_cue_has_times_speaker_and_text():
    assert vtt_text([line("Hello there.", 1.5, 3.25)]) == (
        "WEBVTT\n\n00:00:01.500 --> 00:00:03.250\n<v Ren>Hello there.</v>\n"
    )


def test_no_lines_give_a_valid_empty_document():
    assert vtt_text([]) == "WEBVTT\n"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("wait --> what", "wait --&gt; what"),
        ("<b>bold</b>", "&lt;b&gt;bold&lt;/b&gt;"),
        ("salt & pepper", "salt &amp; pepper"),
        ("two\n\nparagraphs", "two paragraphs"),
        ("carriage\r\nreturn\ttab", "carriage return tab"),
        ("朝だ。", "朝だ。"),
    ],
)
def test_text_is_escaped_and_stays_in_its_cue(text, shown):
    (cue,) = cues(vtt_text([line(text)]))
    assert cue[1:] == [f"<v Ren>{shown}</v>"]


def test_a_speakers_name_is_escaped():
    (cue,) = cues(vtt_text([line("Hm.", speaker="R > <e>\nn & co")]))
    assert cue[1] == "<v R &gt; &lt;e&gt; n &amp; co>Hm.</v>"


def test_only_times_hold_arrows():
    rows = vtt_text([line("a --> b", speaker="-->"), line("-->", 3, 4)]).split("\n")
    assert sum("-->" in row for row in rows) == 2


def test_cues_are_in_order_of_time():
    blocks = cues(vtt_text([line("b", 5, 6), line("a", 1, 2)]))
    assert [block[1] for block in blocks] == ["<v Ren>a</v>", "<v Ren>b</v>"]


def test_times_beyond_an_hour_are_written_out():
    assert "01:02:03.004 --> 01:02:04.000" in vtt_text([line("late", 3723.004, 3724)])


def test_the_file_is_utf8(tmp_path):
    write_vtt([line("静か")], tmp_path / "film.vtt")
    assert "静か" in (tmp_path / "film.vtt").read_text(encoding="utf-8")


def test_packets_of_overlapping_lines_do_not_overlap():
    first, second = subtitle_packets([line("a", 1.0, 3.0), line("b", 2.0, 4.0)])
    assert (first.start, first.duration, second.start, second.duration) == (1000, 2000, 3000, 1000)


def test_a_packet_is_its_length_and_its_text():
    (packet,) = subtitle_packets([line("潮\nだ", 1, 2)])
    text = "Ren: 潮 だ".encode()
    assert packet.data == len(text).to_bytes(2, "big") + text
