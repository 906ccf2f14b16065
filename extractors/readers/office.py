"""Older and open office files (.doc, .odt, .rtf): turned into .docx by LibreOffice, then read.

LibreOffice runs without a window, in a profile of its own that is thrown away, with macros, links
and the network off, within limits of memory and time of its own: it is a program of others, started
also where no worker process bounds it. It is found by PATH.
"""

import contextlib
import io
import math
import os
import resource
import shutil
import signal
import subprocess
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from extractors.blocks import Document, Problem
from extractors.errors import UnreadableDocument
from extractors.limits import DEFAULT_LIMITS, PATIENCE, Limits
from extractors.readers import DOC, ODT, RTF, doc_fields, odt_fields, rtf_fields, sniff, word
from extractors.readers.package import open_container, tell_cut

PROGRAMS = ("soffice", "libreoffice")
INSTALL = "apt-get install --no-install-recommends libreoffice-writer"
SECONDS = 45.0  # of processor time, below a worker's 60; a plan of 29 pages took 1.4 to 2.5
MEMORY_MB = 1_500  # of address space a process; plans took 570, one broken file went to 11,000
OUTPUT_MB = 200  # of any one file that it writes; a plan of 29 pages becomes 0.2
ENDINGS = {DOC: "doc", ODT: "odt", RTF: "rtf"}
FIB_MAGIC = b"\xec\xa5"  # first bytes of the WordDocument stream ([MS-DOC] 2.5.2)
FIB_FLAGS_AT = 11  # its byte with fEncrypted in the lowest bit
SECTOR = 512  # bytes; streams of a compound file begin at multiples of it

SETTINGS = (  # macros, links and the network off; the proxy is a port that nobody listens at
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


def read(data: bytes, limits: Limits = DEFAULT_LIMITS) -> Document:
    """Read one .doc, .odt or .rtf file.

    Raises:
        UnreadableDocument: ``needs_program`` where LibreOffice is not installed; ``encrypted``,
            ``damaged``, ``unpacked_size``, ``time_limit`` or ``unknown_format``.
    """
    media_type = sniff(data)
    if media_type not in ENDINGS:
        raise UnreadableDocument("unknown_format", "The file is no .doc, .odt or .rtf file.")
    ending = ENDINGS[media_type]
    data, notes = _checked(data, media_type, limits)
    converted = convert(data, ending, _program(ending))
    document = word.read(converted, limits)
    notes += _macros(data, media_type)
    return replace(document, media_type=media_type, problems=(*document.problems, *notes))


def convert(data: bytes, ending: str, program: str, seconds: float = SECONDS) -> bytes:
    """Turn an office file into the bytes of a .docx.

    Args:
        data: The file.
        ending: Its format, as LibreOffice takes it from the name: ``"odt"``.
        program: Path of LibreOffice.
        seconds: The processor time that it may use, and ``PATIENCE`` times that by the clock.

    Raises:
        UnreadableDocument: ``time_limit`` or ``damaged``.
    """
    with tempfile.TemporaryDirectory(prefix="planbook-office-") as name:
        folder = Path(name)
        source = folder / f"document.{ending}"
        source.write_bytes(data)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
        command = _command(program, profile, source)
        _run(command, folder, ending, seconds)
        made = folder / "out" / "document.docx"
        if not made.is_file():
            raise UnreadableDocument(
                "damaged",
                f"LibreOffice made nothing of the .{ending} file: it is damaged or protected, or "
                f"needs more than {MEMORY_MB:,} MB. Open it by hand and save it as .docx.",
            )
        return made.read_bytes()


def _command(program: str, profile: Path, source: Path) -> list[str]:
    """What LibreOffice is told, to write a .docx into the folder ``out`` beside the file."""
    return [
        program,
        f"-env:UserInstallation={profile.as_uri()}",
        "--headless",
        "--norestore",
        "--nolockcheck",
        "--convert-to",
        "docx:MS Word 2007 XML",
        "--outdir",
        str(source.parent / "out"),
        str(source),
    ]


def _profile() -> str:
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _run(command: Sequence[str], folder: Path, ending: str, seconds: float) -> None:
    """Run LibreOffice in the caller's process group and end all of it when the time is up.

    A group of its own would outlive a worker that is killed with its group.
    """
    here = str(folder)
    process = subprocess.Popen(  # noqa: S603 - fixed words; program and file are words of their own
        [*_bounds(seconds), *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=folder,
        env={"PATH": os.environ.get("PATH", os.defpath), "HOME": here, "TMPDIR": here},
    )
    before = _used_by_children()
    try:
        process.wait(seconds * PATIENCE)
        late = _used_by_children() - before >= seconds
    except subprocess.TimeoutExpired:
        late = True
    finally:
        _end(process.pid)
        process.wait()
    if late:
        told = f"LibreOffice took longer than {seconds:g} s over the .{ending} file."
        raise UnreadableDocument("time_limit", f"{told} Save it as .docx by hand.")


def _used_by_children() -> float:
    """Seconds of processor time of all programs that this process has started and seen end."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _bounds(seconds: float) -> list[str]:
    """The shell that lowers its limits and then becomes the program that follows as arguments.

    Set before the program starts, so that all it forks has them; a limit that is lower stays.
    """
    limits = (
        ("v", resource.RLIMIT_AS, MEMORY_MB * 1_000_000, 1_024),  # option, kind, most, its unit
        ("f", resource.RLIMIT_FSIZE, OUTPUT_MB * 1_000_000, 512),
        ("t", resource.RLIMIT_CPU, math.ceil(seconds) + 1, 1),
        ("c", resource.RLIMIT_CORE, 0, 512),
    )
    words = [f"-{option} {_lower(kind, most) // unit}" for option, kind, most, unit in limits]
    script = "".join(f"ulimit {word}; " for word in words)
    return ["/bin/sh", "-c", f'{script}exec "$0" "$@"']


def _lower(kind: int, most: int) -> int:
    hard = resource.getrlimit(kind)[1]
    return most if hard == resource.RLIM_INFINITY else min(most, hard)


def _end(pid: int) -> None:
    """End a process and all that it started: the program is a script that starts another."""
    with contextlib.suppress(OSError):  # gone already: the usual end
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii")
        for child in children.split():
            _end(int(child))
    with contextlib.suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def _program(ending: str) -> str:
    for name in PROGRAMS:
        found = shutil.which(name)
        if found is not None:
            return found
    raise UnreadableDocument(
        "needs_program",
        f"A .{ending} file is read through LibreOffice, which is not installed. Install it "
        f"({INSTALL}) or save the file as .docx.",
    )


def _checked(data: bytes, media_type: str, limits: Limits) -> tuple[bytes, list[Problem]]:
    """Refuse what LibreOffice would unpack beyond the limit or ask a password for.

    Gives the bytes to convert, mended where the file is cut short, and what is to be told of them.
    """
    if media_type == DOC and _doc_is_encrypted(data):
        raise _encrypted()
    if media_type != ODT:
        fixed = doc_fields if media_type == DOC else rtf_fields
        return fixed.with_fixed_fields(data), []
    package = open_container(data, limits)
    manifest = package.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest:
        raise _encrypted()
    package.read("styles.xml")
    return odt_fields.with_fixed_fields(package), tell_cut(package, {})


def _encrypted() -> UnreadableDocument:
    return UnreadableDocument(
        "encrypted", "The file is protected by a password. Save it without one and add it again."
    )


def _doc_is_encrypted(data: bytes) -> bool:
    for start in range(SECTOR, len(data) - FIB_FLAGS_AT, SECTOR):
        if data.startswith(FIB_MAGIC, start):
            return bool(data[start + FIB_FLAGS_AT] & 1)
    return False


def _macros(data: bytes, media_type: str) -> list[Problem]:
    if media_type == DOC:
        found = "_VBA_PROJECT".encode("utf-16-le") in data
    elif media_type == ODT:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            found = any(name.startswith(("Basic/", "Scripts/")) for name in package.namelist())
    else:
        found = b"\\objdata" in data
    message = "The file carries macros or embedded files; they were not opened."
    return [Problem("read", "active_content", "notice", message)] if found else []
