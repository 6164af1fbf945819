"""Coded packets as values: bytes and times, and nothing of the encoder or file they came from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple

import av
from av.stream import Stream


class Coded(NamedTuple):
    """One coded picture, block of sound or subtitle; nothing is reordered, so it has one time.

    Attributes:
        start: In units of its track's time base; negative for sound that only primes the decoder.
        duration: In the same units.
        key: Decoding may begin here.
    """

    data: bytes
    start: int
    duration: int
    key: bool


def coded(packets: Iterable[av.Packet[Any]]) -> Iterator[Coded]:
    """Packets of an encoder or file as values; FFmpeg's empty end mark is left out."""
    for packet in packets:
        if packet.pts is not None:
            yield Coded(bytes(packet), packet.pts, packet.duration or 0, packet.is_keyframe)


def packet_of(value: Coded, stream: Stream, time_base: Fraction) -> av.Packet[Stream]:
    """A packet for a stream of a file that is being written."""
    packet: av.Packet[Stream] = av.Packet(value.data)
    packet.pts = packet.dts = value.start
    packet.duration = value.duration
    packet.time_base = time_base
    packet.is_keyframe = value.key
    packet.stream = stream
    return packet


def time_base_of(stream: Stream) -> Fraction:
    """A stream's time base; streams of opened files always have one."""
    assert stream.time_base is not None
    return stream.time_base
