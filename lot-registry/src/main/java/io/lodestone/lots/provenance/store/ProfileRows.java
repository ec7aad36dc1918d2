package io.lodestone.lots.provenance.store;

import io.lodestone.evidence.canonical.Members;
import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.provenance.OriginProfile;
import io.lodestone.lots.sql.Sql;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Interned origin profiles. */
@Singleton
public class ProfileRows {

    private final Pool pool;

    @Inject
    ProfileRows(Pool pool) {
        this.pool = pool;
    }

    /** Exactly these profiles; one that is missing means that the book is broken. */
    public Uni<SortedMap<Digest, OriginProfile>> find(Collection<Digest> digests) {
        return find(pool, digests);
    }

    /** The same within a transaction. */
    public static Uni<SortedMap<Digest, OriginProfile>> find(SqlClient client, Collection<Digest> digests) {
        return Sql.query(client, "SELECT bytes FROM profile WHERE digest = ANY($1)", (Object) Sql.digests(digests))
                .map(rows -> {
                    SortedMap<Digest, OriginProfile> found = new TreeMap<>();
                    rows.forEach(row -> {
                        OriginProfile profile = OriginProfile.read(Members.of(Sql.json(row, "bytes")));
                        found.put(profile.digest(), profile);
                    });
                    if (!found.keySet().containsAll(digests)) {
                        throw new IllegalStateException("a vector names a profile that is not booked");
                    }
                    return found;
                });
    }
}
