"""What headers say of their columns: each role by its own example."""

import pytest

from sheetsync.words.headers import HeaderRole, says


@pytest.mark.parametrize("role", HeaderRole)
def test_a_role_is_told_by_its_example(role: HeaderRole) -> None:
    assert says(role.example, role)


def test_any_of_several_roles_is_enough() -> None:
    assert says("Куратор", HeaderRole.CONTACT, HeaderRole.WATCHES)
    assert not says("Куратор", HeaderRole.CONTACT, HeaderRole.PLACE)
