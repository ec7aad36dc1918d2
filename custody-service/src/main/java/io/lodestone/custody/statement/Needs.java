package io.lodestone.custody.statement;

import io.lodestone.evidence.digest.Digest;
import io.lodestone.evidence.statement.AccessGranted;
import io.lodestone.evidence.statement.AccessWithdrawn;
import io.lodestone.evidence.statement.AssayId;
import io.lodestone.evidence.statement.AssayRecorded;
import io.lodestone.evidence.statement.Body;
import io.lodestone.evidence.statement.CertificateId;
import io.lodestone.evidence.statement.CertificateIssued;
import io.lodestone.evidence.statement.CreditClaimed;
import io.lodestone.evidence.statement.FacilityId;
import io.lodestone.evidence.statement.FacilityRegistered;
import io.lodestone.evidence.statement.GrantId;
import io.lodestone.evidence.statement.LotId;
import io.lodestone.evidence.statement.LotRegistered;
import io.lodestone.evidence.statement.LotVersion;
import io.lodestone.evidence.statement.LotsTransformed;
import io.lodestone.evidence.statement.PartyDescribed;
import io.lodestone.evidence.statement.PartyId;
import io.lodestone.evidence.statement.PartyKeyAdded;
import io.lodestone.evidence.statement.PartyRegistered;
import io.lodestone.evidence.statement.PoolAdjusted;
import io.lodestone.evidence.statement.PoolOpened;
import io.lodestone.evidence.statement.PoolRun;
import io.lodestone.evidence.statement.RulesetPublished;
import io.lodestone.evidence.statement.Statement;
import io.lodestone.evidence.statement.TransferAccepted;
import io.lodestone.evidence.statement.TransferCancelled;
import io.lodestone.evidence.statement.TransferDisputed;
import io.lodestone.evidence.statement.TransferExpired;
import io.lodestone.evidence.statement.TransferId;
import io.lodestone.evidence.statement.TransferOffered;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Every row that deciding a batch may look at, so that it is loaded with one query a table. A transfer brings the lots it
 * is of.
 */
public record Needs(
        Set<PartyId> parties,
        Set<GrantId> grants,
        Set<FacilityId> facilities,
        Set<LotId> lots,
        Set<AssayId> assays,
        Set<TransferId> transfers,
        Set<Digest> rulesets,
        Set<CertificateId> certificates,
        PoolNeeds pools,
        KeyNeeds keys) {

    public static Needs of(Collection<Submission> submissions) {
        Needs needs = new Needs(
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                new PoolNeeds(),
                new KeyNeeds());
        submissions.forEach(submission -> {
            needs.add(submission.statement());
            needs.keys.add(submission);
        });
        return needs;
    }

    private void add(Statement statement) {
        Body body = statement.body();
        parties.add(statement.actor());
        body.spends().stream().map(LotVersion::lot).forEach(lots::add);
        lots.addAll(body.creates());
        pools.add(body);
        addTransfer(body);
        if (body instanceof PartyRegistered party) {
            parties.add(party.party());
        } else if (body instanceof PartyKeyAdded key) {
            parties.add(key.party());
        } else if (body instanceof PartyDescribed described) {
            parties.add(described.party());
        } else if (body instanceof AccessGranted grant) {
            parties.add(grant.auditor());
            grants.add(grant.grant());
        } else if (body instanceof AccessWithdrawn withdrawal) {
            grants.add(withdrawal.grant());
        } else if (body instanceof FacilityRegistered facility) {
            facilities.add(facility.facility());
        } else if (body instanceof LotRegistered lot) {
            facilities.add(lot.site().facility());
        } else if (body instanceof AssayRecorded assay) {
            assays.add(assay.assay());
            assay.rank().flatMap(AssayRecorded.Rank::supersedes).ifPresent(assays::add);
        } else if (body instanceof LotsTransformed made) {
            facilities.add(made.site().facility());
            made.inputs().forEach(input -> input.assay().ifPresent(assays::add));
        } else if (body instanceof PoolOpened opened) {
            facilities.add(opened.site().facility());
        } else if (body instanceof PoolRun run) {
            facilities.add(run.site().facility());
            run.inputs().forEach(input -> input.assay().ifPresent(assays::add));
        } else if (body instanceof PoolAdjusted adjusted) {
            adjusted.assay().ifPresent(late -> {
                assays.add(late.assay());
                lots.add(late.lot());
            });
        } else if (body instanceof CreditClaimed credit) {
            lots.add(credit.credited().of().lot());
        } else if (body instanceof RulesetPublished ruleset) {
            rulesets.add(ruleset.ruleset());
        } else if (body instanceof CertificateIssued certificate) {
            certificates.add(certificate.certificate());
            rulesets.add(certificate.ruleset());
        }
    }

    private void addTransfer(Body body) {
        if (body instanceof TransferOffered offer) {
            parties.add(offer.recipient());
            transfers.add(offer.transfer());
        } else if (body instanceof TransferAccepted acceptance) {
            transfers.add(acceptance.transfer());
        } else if (body instanceof TransferDisputed dispute) {
            transfers.add(dispute.transfer());
            dispute.lots().forEach(item -> item.takes().ifPresent(part -> lots.add(part.lot())));
        } else if (body instanceof TransferCancelled cancellation) {
            transfers.add(cancellation.transfer());
        } else if (body instanceof TransferExpired expiry) {
            transfers.add(expiry.transfer());
        }
    }
}
