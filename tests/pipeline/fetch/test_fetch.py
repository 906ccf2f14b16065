import os
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.readers import DOCX, HTML, PDF
from pipeline.errors import CODES, UsageError, one_line
from pipeline.fetch import fetch_inbox, fetch_local
from pipeline.records import Fetched
from pipeline.settings import Settings, load_settings
from pipeline.store import RawStore
from pipeline.store.naming import slug

SETTINGS = Settings(data_dir=Path("unused"), max_bytes=100_000)


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    folder.mkdir()
    return folder


def pdf(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(f"%PDF-1.7 {text or path.name}".encode(errors="replace"))
    os.utime(path, (1_770_000_000.75, 1_770_000_000.75))
    return path


def docx(path: Path) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/document.xml", f"<w:document>{path.name}</w:document>")
    return path


def fetch(*paths: Path) -> Fetched:
    return fetch_local(paths, RawStore(paths[0].parent / "data"), SETTINGS)


def codes(fetched: Fetched) -> list[str]:
    return [problem.code for problem in fetched.problems]


def test_a_file_becomes_an_edition_with_its_saving_time_in_whole_seconds(plans):
    (edition,) = fetch(pdf(plans / "Ambleford Action Plan 2024.pdf")).editions
    assert edition.document_id == "ambleford-action-plan-2024"
    assert edition.origin == edition.file_name == "Ambleford Action Plan 2024.pdf"
    assert edition.media_type == PDF
    assert edition.fetched_at == datetime(2026, 2, 2, 2, 40, tzinfo=UTC)


def test_the_formats_of_one_work_share_its_id(plans):
    pdf(plans / "sub" / "Action Plan 2024.pdf")
    docx(plans / "sub" / "Action Plan 2024.docx")
    editions = fetch(plans).editions
    assert [edition.document_id for edition in editions] == ["sub-action-plan-2024"] * 2
    assert [edition.media_type for edition in editions] == [DOCX, PDF]
    assert editions[0].origin == "sub/Action Plan 2024.docx"


def test_works_of_other_folders_or_other_names_have_other_ids(plans):
    pdf(plans / "a" / "plan.pdf")
    pdf(plans / "a-plan.pdf")
    pdf(plans / "A Plan.pdf")
    ids = [edition.document_id for edition in fetch(plans).editions]
    assert ids[0] == "a-plan"
    assert len(set(ids)) == 3
    assert all(name.startswith("a-plan-") for name in ids[1:])


def test_ids_and_origins_are_the_same_wherever_the_folder_lies(tmp_path):
    found = []
    for place in ("one", "two/three"):
        root = tmp_path / place / "plans"
        for name in ("b/plan.pdf", "b-plan.pdf", "c.pdf"):
            pdf(root / name)
        editions = fetch_local([root], RawStore(tmp_path / place / "data"), SETTINGS).editions
        found.append(editions)
    assert found[0] == found[1]


def test_new_bytes_of_a_file_are_a_new_edition_of_the_same_work(plans):
    plan = pdf(plans / "plan.pdf", "first print")
    old = fetch(plans).editions[0]
    pdf(plan, "second print")
    new = fetch(plans).editions[0]
    assert new.document_id == old.document_id == "plan"
    assert new.edition_id != old.edition_id


def test_files_of_one_name_given_from_two_folders_are_two_works(tmp_path):
    ours, theirs = pdf(tmp_path / "us" / "plan.pdf", "x"), pdf(tmp_path / "them" / "plan.pdf", "y")
    store = RawStore(tmp_path / "data")
    first = fetch_local([ours], store, SETTINGS).editions[0]
    second = fetch_local([theirs], store, SETTINGS).editions[0]
    assert first.document_id == "plan"
    assert second.document_id.startswith("plan-")


def test_the_same_bytes_under_two_names_are_one_edition_and_a_notice(plans):
    pdf(plans / "plan.pdf", "same")
    pdf(plans / "plan-final.pdf", "same")
    fetched = fetch(plans)
    assert [edition.document_id for edition in fetched.editions] == ["plan-final"]
    (problem,) = fetched.problems
    assert (problem.code, problem.severity) == ("duplicate_bytes", "notice")
    assert problem.message == "plan.pdf holds the same bytes as plan-final.pdf; they are read once."
    assert fetch(plans) == fetched


def test_a_second_fetch_of_the_same_files_brings_the_same(plans):
    pdf(plans / "a.pdf")
    docx(plans / "b.docx")
    assert fetch(plans) == fetch(plans)


def test_a_hidden_document_is_counted_and_read_only_where_it_is_asked_for(plans):
    pdf(plans / "plan.pdf")
    pdf(plans / ".draft plan.pdf")
    (plans / ".bashrc").write_text("alias plan=less")
    fetched = fetch(plans)
    assert [edition.file_name for edition in fetched.editions] == ["plan.pdf"]
    assert fetched.skipped == 2
    assert fetched.problems[0].message.endswith(" left aside: hidden 1, hidden .pdf 1.")
    assert len(fetch(plans / ".draft plan.pdf").editions) == 1


def test_a_folder_of_hidden_documents_alone_holds_no_document(plans):
    pdf(plans / ".draft plan.pdf")
    with pytest.raises(UsageError, match="no document is there"):
        fetch(plans)


def test_files_and_folders_of_programs_are_passed_over(plans):
    pdf(plans / "plan.pdf")
    for name in (".DS_Store", "~$plan.docx", ".~lock.plan.odt#", ".git/plan.pdf", "__MACOSX/p.pdf"):
        pdf(plans / name)
    fetched = fetch(plans)
    assert [edition.file_name for edition in fetched.editions] == ["plan.pdf"]
    assert (fetched.problems, fetched.skipped) == ((), 0)


def test_files_that_are_no_documents_are_counted_in_one_notice(plans):
    pdf(plans / "plan.pdf")
    for name in ("facts.json", "map.png", "rows.csv", "notes.txt", "other.json", "noending"):
        (plans / name).write_text("{}")
    (plans / "README.md").write_text('<h1 align="center">Plans</h1>')
    fetched = fetch(plans)
    assert fetched.skipped == 7
    (problem,) = fetched.problems
    assert (problem.code, problem.severity) == ("skipped_files", "notice")
    assert problem.message.endswith(": no ending 1, .csv 1, .json 2, .md 1, .png 1, .txt 1.")


def test_a_document_without_a_telling_name_is_known_by_its_bytes(plans):
    pdf(plans / "download")
    pdf(plans / "plan.php")
    (plans / "page").write_text("<!doctype html><title>Our priorities</title>")
    docx(plans / "blob.bin")
    with zipfile.ZipFile(plans / "pictures.zip", "w") as package:
        package.writestr("picture.png", "x")
    fetched = fetch(plans)
    assert [edition.media_type for edition in fetched.editions] == [DOCX, PDF, HTML, PDF]
    assert fetched.skipped == 1


def test_a_file_whose_ending_lies_is_fetched_as_what_it_holds(plans):
    (plans / "plan.pdf").write_text("<html><body>Page not found</body></html>")
    assert fetch(plans).editions[0].media_type == HTML


def test_a_file_that_is_named_is_always_tried(plans):
    notes = plans / "notes.txt"
    notes.write_text("Some words")
    (edition,) = fetch(notes).editions
    assert edition.media_type is None


def test_an_empty_and_a_too_large_file_are_problems_and_the_others_are_fetched(plans):
    (plans / "empty.pdf").write_bytes(b"")
    pdf(plans / "large.pdf", "x" * 200_000)
    pdf(plans / "plan.pdf")
    fetched = fetch(plans)
    assert [edition.file_name for edition in fetched.editions] == ["plan.pdf"]
    assert codes(fetched) == ["empty", "too_large"]
    assert fetched.problems[0].message == "empty.pdf has no content. Save it again."
    assert "has 0.2 MB, the limit is 0.1 MB" in fetched.problems[1].message


def test_a_folder_of_faulty_files_alone_is_no_error_of_the_call(plans):
    (plans / "empty.pdf").write_bytes(b"")
    assert codes(fetch(plans)) == ["empty"]


def test_a_file_that_may_not_be_read_is_a_problem(plans, monkeypatch):
    pdf(plans / "plan.pdf")
    pdf(plans / "secret.pdf")
    (plans / "secret.png").write_bytes(b"x")
    real = os.open

    def refuse(path, *args, **kwargs):
        if "secret" in str(path):
            raise PermissionError(13, "Permission denied")
        return real(path, *args, **kwargs)

    monkeypatch.setattr(os, "open", refuse)
    fetched = fetch(plans)
    assert [edition.file_name for edition in fetched.editions] == ["plan.pdf"]
    assert codes(fetched) == ["file_unreadable", "skipped_files"]
    assert fetched.problems[0].message == "secret.pdf could not be read: Permission denied."


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_a_problem(plans):
    pdf(plans / "locked" / "plan.pdf")
    (plans / "locked").chmod(0)
    assert codes(fetch(plans)) == ["file_unreadable"]
    (plans / "locked").chmod(0o755)


def test_links_are_followed_and_loops_end(plans, tmp_path):
    pdf(tmp_path / "elsewhere" / "plan.pdf")
    (plans / "linked").symlink_to(tmp_path / "elsewhere")
    (plans / "loop").symlink_to(plans)
    (plans / "gone.pdf").symlink_to(plans / "nothing")
    fetched = fetch(plans)
    assert [edition.origin for edition in fetched.editions] == ["linked/plan.pdf"]
    assert codes(fetched) == ["file_gone"]


def test_what_we_wrote_ourselves_is_not_fetched_again(plans):
    pdf(plans / "plan.pdf")
    store = RawStore(plans / "data")
    first = fetch_local([plans], store, SETTINGS)
    assert fetch_local([plans], store, SETTINGS) == first
    assert first.problems == ()


def test_the_inbox_inside_the_store_is_fetched(tmp_path):
    store = RawStore(tmp_path / "data")
    pdf(store.inbox / "plan.pdf")
    assert len(fetch_local([store.inbox], store, SETTINGS).editions) == 1
    assert store.verify() == []


def test_a_pipe_among_the_files_holds_nothing_up(plans):
    pdf(plans / "plan.pdf")
    os.mkfifo(plans / "pipe.pdf")
    assert codes(fetch(plans)) == ["file_unreadable"]


def test_odd_names_are_kept_as_data(plans):
    names = [b"two\nlines.pdf", "📄 plan.pdf".encode(), b"\xff\xfe.pdf", b"x" * 250 + b".pdf"]
    for name in names:
        pdf(plans / os.fsdecode(name), repr(name))
    fetched = fetch(plans)
    assert {edition.file_name for edition in fetched.editions} == {
        "two\nlines.pdf",
        "📄 plan.pdf",
        "\\xff\\xfe.pdf",
        "x" * 250 + ".pdf",
    }
    assert len({edition.document_id for edition in fetched.editions}) == 4
    assert fetch(plans) == fetched


def test_a_path_that_does_not_exist_is_an_error_of_the_call(plans):
    with pytest.raises(UsageError, match=r"nowhere does not exist\. Name a document"):
        fetch(plans / "nowhere")


def test_a_folder_without_documents_is_an_error_of_the_call(plans):
    (plans / "notes.txt").write_text("x")
    with pytest.raises(UsageError, match=r"no document is there\. Formats: \.aspx, \.doc"):
        fetch(plans)


def test_an_inbox_that_is_not_there_or_empty_brings_nothing(tmp_path):
    store = RawStore(tmp_path / "data")
    assert fetch_inbox(store, SETTINGS) == Fetched()
    store.inbox.mkdir(parents=True)
    assert fetch_inbox(store, SETTINGS) == Fetched()


def test_every_problem_has_a_code_of_the_list(plans):
    from extractors.errors import CODES as READER_CODES

    (plans / "empty.pdf").write_bytes(b"")
    (plans / "notes.txt").write_text("x")
    pdf(plans / "a.pdf", "same")
    pdf(plans / "b.pdf", "same")
    assert set(codes(fetch(plans))) <= CODES.keys() | READER_CODES.keys()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sub/Action Plan 2024", "sub-action-plan-2024"),
        ("Cynllun Gweithredu Sir Fôn", "cynllun-gweithredu-sir-fon"),
        ("../../etc/passwd", "etc-passwd"),
    ],
)
def test_an_id_is_a_plain_word(text, expected):
    assert slug(text) == expected


def test_a_name_without_latin_letters_has_an_id_of_its_own():
    assert slug("План дій") != slug("План") != slug("  --  ")
    assert slug("План").startswith("document-")


@given(st.text())
def test_any_text_makes_an_id_that_is_safe_everywhere(text):
    made = slug(text)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert len(made) <= 80


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_text_can_be_shown_in_one_line(text):
    line = one_line(text)
    assert line.isprintable()
    assert len(line) <= 500
    line.encode()


def test_settings_come_from_the_environment_and_the_call(monkeypatch):
    monkeypatch.setenv("PLANBOOK_WORKERS", "3")
    monkeypatch.setenv("PLANBOOK_MEMORY_MB", "700")
    settings = load_settings(data_dir=Path("elsewhere"), workers=None)
    assert (settings.workers, settings.job_limits.memory_mb) == (3, 700)
    assert settings.data_dir == Path("elsewhere")
    assert settings.job_limits.seconds == 60.0


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("PLANBOOK_WORKERS", "many", "PLANBOOK_WORKERS is 'many': "),
        ("PLANBOOK_WORKERS", "0", "PLANBOOK_WORKERS is '0': "),
        ("PLANBOOK_SECONDS_PER_DOCUMENT", "nan", "PLANBOOK_SECONDS_PER_DOCUMENT is 'nan': "),
        ("PLANBOOK_WORKER", "2", "Did you mean PLANBOOK_WORKERS?"),
    ],
)
def test_a_setting_of_no_use_is_one_clear_line(monkeypatch, name, value, line):
    monkeypatch.setenv(name, value)
    with pytest.raises(UsageError) as error:
        load_settings()
    assert line in str(error.value)
    assert "\n" not in str(error.value)


def test_a_word_of_the_call_of_no_use_is_named_as_it_was_given():
    with pytest.raises(UsageError, match=r"^--workers is 0: "):
        load_settings(workers=0)
