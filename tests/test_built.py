"""What an installation keeps of data, and when it is of use."""

from healthscore.built import keep, kept


def test_holds_while_the_sources_are_the_same(tmp_path):
    source, file = tmp_path / "data.toml", tmp_path / "built"
    source.write_text("one")
    assert kept(file, [source]) is None
    assert keep(file, [source], b"made") == file
    assert kept(file, [source]) == b"made"
    source.write_text("two")
    assert kept(file, [source]) is None


def test_one_that_breaks_off_is_of_no_use(tmp_path):
    file = keep(tmp_path / "built", [], b"made of nothing")
    for length in range(len(file.read_bytes())):
        file.write_bytes(file.read_bytes()[:-1])
        assert kept(file, []) is None, length


def test_code_that_is_shipped_without_its_source_counts_for_nothing(tmp_path):
    file = keep(tmp_path / "built", [tmp_path / "code.py"], b"made")
    assert kept(file, [tmp_path / "code.py"]) == b"made"
