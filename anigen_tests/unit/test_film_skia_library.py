"""A machine without OpenGL gets one sentence, and not a linker's message."""

import importlib
from types import ModuleType

import pytest

from anigen_assets.errors import MissingLibraryError
from anigen_assets.studio import skia_library


def refuse_import(monkeypatch: pytest.MonkeyPatch, message: str) -> None:
    def failing(name: str) -> ModuleType:
        raise ImportError(message)

    monkeypatch.setattr(importlib, "import_module", failing)


def test_both_missing_libraries_and_their_packages_are_named_at_once(monkeypatch):
    refuse_import(monkeypatch, "libGL.so.1: cannot open shared object file: No such file or directory")
    monkeypatch.setattr(skia_library, "_loads", lambda name: False)
    with pytest.raises(MissingLibraryError) as caught:
        skia_library.load()
    sentence = str(caught.value)
    assert "libGL.so.1 and libEGL.so.1" in sentence
    assert "apt-get install libgl1 libegl1" in sentence
    assert "\n" not in sentence


def test_a_single_missing_library_is_named_alone(monkeypatch):
    refuse_import(monkeypatch, "libEGL.so.1: cannot open shared object file: No such file or directory")
    monkeypatch.setattr(skia_library, "_loads", lambda name: name == "libGL.so.1")
    with pytest.raises(
        MissingLibraryError, match=r"libEGL\.so\.1 cannot be loaded.*apt-get install libegl1`"
    ):
        skia_library.load()


def test_a_missing_skia_is_told_apart_from_missing_system_libraries(monkeypatch):
    refuse_import(monkeypatch, "No module named 'skia'")
    with pytest.raises(MissingLibraryError, match="pip install skia-python"):
        skia_library.load()


def test_an_unknown_shared_library_cannot_be_loaded():
    assert not skia_library._loads("libanigen_does_not_exist.so.1")


def test_skia_loads_here():
    if skia_library.missing_libraries():
        pytest.skip("this machine lacks OpenGL libraries")
    assert skia_library.load().__name__ == "skia"
