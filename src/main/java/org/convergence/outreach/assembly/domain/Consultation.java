package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A consultation by mail. */
@Table(schema = "outreach", value = "assembly_consultation")
public record Consultation(
        @Id UUID id,
        @Version int version,
        UUID body,
        LocalDate askedOn,
        @Nullable LocalDate closedOn,
        String question,
        int entitled,
        int inFavour,
        int against,
        int signed) {

    static final String TABLE = "outreach.assembly_consultation";

    /**
     * The question and the answers.
     *
     * @param entitled the number of voters
     * @param inFavour the number of yes answers
     * @param signed the number of those that signed the text
     */
    public record ConsultationFacts(
            LocalDate askedOn,
            @Nullable LocalDate closedOn,
            String question,
            int entitled,
            int inFavour,
            int against,
            int signed) {}

    static Consultation of(UUID body, ConsultationFacts facts) {
        return of(Ids.next(), 0, body, facts);
    }

    Consultation withFacts(ConsultationFacts facts) {
        return of(id, version, body, facts);
    }

    private static Consultation of(UUID id, int version, UUID body, ConsultationFacts facts) {
        return new Consultation(
                id,
                version,
                body,
                facts.askedOn(),
                facts.closedOn(),
                facts.question(),
                facts.entitled(),
                facts.inFavour(),
                facts.against(),
                facts.signed());
    }

    /** Its editable properties. */
    public ConsultationFacts facts() {
        return new ConsultationFacts(askedOn, closedOn, question, entitled, inFavour, against, signed);
    }

    /** Whether it is a resolution: all voters signed it (R-GOV-7). Otherwise a meeting has to ratify it (R-GOV-7b). */
    public boolean isResolution() {
        return signed == entitled;
    }
}
