"""What waits on the disk is there after a kill, and belongs to one process at a time."""

from pathlib import Path

from bot.spool import Spool


def test_lines_outlive_their_process(tmp_path: Path) -> None:
    """A process that is gone without a word leaves its lines to the next one."""
    first = Spool(tmp_path)
    first.append(["one", "two"])
    first._own.close()  # type: ignore[union-attr]  # reason: as a kill does
    second = Spool(tmp_path)
    second.adopt()
    assert second.lines() == ["one", "two"]
    second.clear()
    assert list(tmp_path.iterdir()) == []


def test_the_file_of_a_living_process_is_left_alone(tmp_path: Path) -> None:
    """Two replicas on one machine do not empty each other's."""
    first, second = Spool(tmp_path), Spool(tmp_path)
    first.append(["mine"])
    second.adopt()
    assert second.lines() == []
    assert first.lines() == ["mine"]
    first.clear()
    first.close()
    assert list(tmp_path.iterdir()) == []


def test_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    """The disk was full, or the power went: what was not whole was never promised."""
    (tmp_path / "x.results").write_bytes(b"whole\nto")
    spool = Spool(tmp_path)
    spool.adopt()
    assert spool.lines() == ["whole"]
    spool.close()


def test_it_goes_on_where_it_was(tmp_path: Path) -> None:
    """Reading does not keep later lines from the end; what was applied does not come again."""
    spool = Spool(tmp_path)
    spool.append(["one"])
    assert spool.lines() == ["one"]
    spool.append(["two"])
    assert spool.lines() == ["one", "two"]
    spool.clear()
    spool.append(["three"])
    assert spool.lines() == ["three"]
    spool.close()
    assert [file.read_text() for file in tmp_path.iterdir()] == ["three\n"]


def test_without_a_folder_there_is_nothing(tmp_path: Path) -> None:
    """A first start needs no folder; one is made when something must be kept."""
    spool = Spool(tmp_path / "none" / "yet")
    spool.adopt()
    assert spool.lines() == []
    spool.append(["kept"])
    assert spool.lines() == ["kept"]
    spool.close()
