package io.lodestone.certificates.ruleset.app;

import io.lodestone.certificates.problem.PassedOn;
import io.lodestone.certificates.ruleset.Publication;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.PartyId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Where publications are kept. */
public interface Publications {

    Uni<Optional<Publication>> find(Digest ruleset);

    Uni<List<Publication>> all();

    /** Parties that published a ruleset, sorted. */
    Uni<List<PartyId>> publishers();

    /** Keeps it, unless one that was not refused is kept already; answers what is kept then. */
    Uni<Publication> prepare(Publication publication);

    Uni<Publication> published(Publication publication, long index);

    Uni<Publication> refused(Publication publication, PassedOn refusal);
}
