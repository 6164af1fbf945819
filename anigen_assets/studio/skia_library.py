"""The guard before skia: a missing system library becomes one clear sentence.

skia's wheel is linked against OpenGL, which slim containers lack. Painters `import skia` in their own
modules; a studio calls `load()` before it imports them, and `anigen doctor` calls it to report.
"""

from __future__ import annotations

import ctypes
import importlib
from types import ModuleType

from anigen_assets.errors import MissingLibraryError

DEBIAN_PACKAGES = {"libGL.so.1": "libgl1", "libEGL.so.1": "libegl1"}
"""Package that holds each shared library, on Debian and Ubuntu."""


def load() -> ModuleType:
    """Imports skia and returns the module; free after the first call.

    Raises:
        MissingLibraryError: One sentence that names what is missing and the packages to install.
    """
    try:
        return importlib.import_module("skia")
    except ImportError as error:
        raise MissingLibraryError(_sentence(error)) from error


def missing_libraries() -> tuple[str, ...]:
    """The shared libraries of DEBIAN_PACKAGES that this machine cannot load, in that order."""
    return tuple(name for name in DEBIAN_PACKAGES if not _loads(name))


def _loads(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def _sentence(error: ImportError) -> str:
    named = any(name in str(error) for name in DEBIAN_PACKAGES)
    # The linker names only the first library it misses; ask for both at once.
    missing = missing_libraries() if named else ()
    if missing:
        packages = " ".join(DEBIAN_PACKAGES[name] for name in missing)
        return (
            f"The renderer cannot draw because {' and '.join(missing)} cannot be loaded: "
            f"install with `apt-get install {packages}` (Debian, Ubuntu)."
        )
    return (
        f"The renderer cannot draw because skia cannot be imported ({error}): "
        "reinstall with `pip install skia-python`."
    )
