"""What a release is held to before it is published: the registry's bounds, balanced accounts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from pipeline.check.account import account_for
from pipeline.check.hold import Kept
from pipeline.errors import JobFailed
from pipeline.records import CuratedEdition, Fetched
from pipeline.sources import Registry


@dataclass(frozen=True, slots=True)
class Expected:
    """Actions that the registry expects, by document_id: fewer fail, more warn."""

    minimum: Mapping[str, int] = field(default_factory=dict)
    maximum: Mapping[str, int] = field(default_factory=dict)


def expected_of(registry: Registry) -> Expected:
    """The bounds that the registry gives for the documents it knows."""
    known = registry.documents
    return Expected(
        {line.document_id: line.min_actions for line in known if line.min_actions},
        {line.document_id: line.max_actions for line in known if line.max_actions is not None},
    )


def balanced_accounts(
    fetched: Fetched, curated: Sequence[CuratedEdition], kept: Kept
) -> Mapping[str, int]:
    """Balance the accounts, or publish nothing: a row would be lost in silence."""
    held = [loss.document_id for loss in kept.losses]
    accounts = account_for([e.edition_id for e in fetched.editions], curated, kept.tables, held)
    if accounts.faults:
        raise JobFailed(
            f"The accounts do not balance: {'; '.join(accounts.faults[:3])}. Nothing was "
            "published. This is a fault of planbook itself; please report it."
        )
    return accounts.counts
