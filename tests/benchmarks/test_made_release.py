import pipeline
from benchmarks.made_release import made_release
from benchmarks.normalising import LISTS, _texts
from benchmarks.tables import _compared
from pipeline.check import check_release
from pipeline.releases import faults_of, read_tables


def test_the_release_of_the_benchmarks_is_like_one_that_a_run_publishes(tmp_path):
    release = made_release(tmp_path, 1_000)
    assert faults_of(release) == []
    assert check_release(read_tables(release)) == ()
    assert len(pipeline.load("actions", data_dir=tmp_path, join=["leads"])) == 2_000
    compared = _compared(release)
    assert [facts.actions for facts in compared.areas] == [500, 500]
    assert sum(sum(counts) for _, counts in compared.groups["theme"]) == 1_000


def test_the_texts_of_the_benchmarks_differ_as_they_say():
    for name, count in LISTS.items():
        texts = _texts(name, count)
        assert len(set(texts)) > (0.3 if name == "dates" else 0.99) * count, name
