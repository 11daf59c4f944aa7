package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.domain.ResolutionFacts.DelegateMovers;
import org.convergence.outreach.assembly.domain.ResolutionFacts.OpenedVote;
import org.convergence.outreach.assembly.domain.ResolutionFacts.QuorumCheck;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** A resolution. Its number is the meeting's series and its sequence in it (R-GOV-12). */
@Table(schema = "outreach", value = "assembly_resolution")
record Resolution(
        @Id UUID id,
        @Version int version,
        UUID meeting,
        UUID item,
        int sequence,
        String text,
        @Nullable UUID proposer,
        @Nullable UUID seconder,
        @Nullable String proposedBy,
        @Nullable String secondedBy,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) ResolutionVote vote,
        String dissent,
        @Nullable UUID ratifies,
        @Nullable LocalDate reviewOn) {

    static final String TABLE = "outreach.assembly_resolution";

    /** The vote. */
    record ResolutionVote(
            boolean unanimous,
            int inFavour,
            int against,
            int abstained,
            int present,
            Json majority,
            boolean carried,
            @Nullable Integer quorumPresent,
            @Nullable Integer quorumRequired,
            @Nullable QuorumCheck quorumCheck) {

        /** How it was opened. */
        OpenedVote opening() {
            return new OpenedVote(present, quorumPresent, quorumRequired);
        }

        /** The votes cast; {@code null} if unanimous. */
        ResolutionFacts.@Nullable Ballot ballot() {
            return unanimous ? null : new ResolutionFacts.Ballot(inFavour, against, abstained);
        }
    }

    static Resolution of(
            UUID meeting, UUID item, int sequence, ResolutionFacts facts, DelegateMovers movers, ResolutionVote vote) {
        return of(Ids.next(), 0, meeting, item, sequence, facts, movers, vote);
    }

    Resolution withFacts(ResolutionFacts facts, ResolutionVote next) {
        return of(id, version, meeting, item, sequence, facts, new DelegateMovers(proposedBy, secondedBy), next);
    }

    private static Resolution of(
            UUID id,
            int version,
            UUID meeting,
            UUID item,
            int sequence,
            ResolutionFacts facts,
            DelegateMovers movers,
            ResolutionVote vote) {
        return new Resolution(
                id,
                version,
                meeting,
                item,
                sequence,
                facts.text(),
                facts.proposer() == null ? null : facts.proposer().value(),
                facts.seconder() == null ? null : facts.seconder().value(),
                movers.proposedBy(),
                movers.secondedBy(),
                vote,
                facts.dissent(),
                facts.ratifies(),
                facts.reviewOn());
    }
}
