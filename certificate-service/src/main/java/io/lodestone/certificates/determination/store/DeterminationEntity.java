package io.lodestone.certificates.determination.store;

import io.lodestone.certificates.determination.AnsweredQuestion;
import io.lodestone.evidence.canonical.CanonicalJson;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A row of the table {@code determination}; written once. */
@Entity(name = "Determination")
@Table(name = "determination")
@Immutable
class DeterminationEntity {

    @Id
    UUID id;

    @Column(name = "asked_at")
    Instant askedAt;

    UUID party;

    String person;

    UUID lot;

    @Column(name = "lot_version")
    long lotVersion;

    byte[] ruleset;

    byte[] request;

    byte[] answer;

    @SuppressWarnings("NullAway.Init")
    protected DeterminationEntity() {}

    DeterminationEntity(AnsweredQuestion it) {
        id = it.id().value();
        askedAt = it.askedAt();
        party = it.party().value().value();
        person = it.person();
        lot = it.lot().lot().value().value();
        lotVersion = it.lot().version();
        ruleset = it.ruleset().bytes();
        request = CanonicalJson.bytes(it.request());
        answer = CanonicalJson.bytes(it.answer());
    }
}
