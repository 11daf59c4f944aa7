package org.convergence.education.internship.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.education.internship.CohortStage;
import org.convergence.education.internship.ReleaseState;
import org.convergence.platform.shell.Tone;
import org.jspecify.annotations.Nullable;

/** Where an intern is, and what blocks the next step. */
public final class CohortPolicy {

    /** Hours of training before the departure (R-SEC-6). */
    public static final BigDecimal TRAINING_HOURS = BigDecimal.valueOf(60);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private CohortPolicy() {}

    /** What blocks an intern. */
    public enum InternBlock {
        PERSON_UNKNOWN,
        RELEASE_TO_ASK,
        RELEASE_WAITS,
        RELEASE_REFUSED,
        GATES_OPEN,
        MISSION_MISSING,
        MISSION_NOT_APPROVED,
        RETURN_MISSING,
        TO_ATTEST;

        /** Message key of its name. */
        public String key() {
            return "internship.block." + name();
        }

        /** Whether others have to act. */
        public Tone tone() {
            return this == RELEASE_WAITS || this == RETURN_MISSING ? Tone.AHEAD : Tone.WARN;
        }
    }

    /**
     * What is known about an intern.
     *
     * @param isInDirectory whether the intern has a record in the directory, as travellers of a mission do
     * @param release {@code null} before it is asked
     * @param missionState the state of the mission, as its module names it; {@code null} without a mission
     * @param held return activities held or waived
     */
    public record InternFacts(
            boolean isInDirectory,
            @Nullable ReleaseState release,
            int openGates,
            @Nullable String missionState,
            LocalDate startsOn,
            LocalDate endsOn,
            int held,
            int expected,
            boolean isAttested) {}

    /** Where an intern is on a day; the departure is that of the mission, where there is one. */
    public static CohortStage stage(InternFacts facts, LocalDate today) {
        if (facts.isAttested()) {
            return CohortStage.ATTESTED;
        }
        if (today.isAfter(facts.endsOn())) {
            return CohortStage.RETURNED;
        }
        if (!today.isBefore(facts.startsOn()) && "APPROVED".equals(facts.missionState())) {
            return CohortStage.AWAY;
        }
        return findBlocks(facts, today).isEmpty() ? CohortStage.READY : CohortStage.PREPARING;
    }

    /** What blocks the next step: the departure, and after the return the attestation. */
    public static List<InternBlock> findBlocks(InternFacts facts, LocalDate today) {
        List<InternBlock> blocks = new ArrayList<>();
        if (facts.isAttested()) {
            return blocks;
        }
        if (today.isAfter(facts.endsOn())) {
            blocks.add(facts.held() < facts.expected() ? InternBlock.RETURN_MISSING : InternBlock.TO_ATTEST);
            return blocks;
        }
        boolean isApproved = "APPROVED".equals(facts.missionState());
        if (!today.isBefore(facts.startsOn()) && isApproved) {
            return blocks;
        }
        if (facts.release() != ReleaseState.AGREED) {
            blocks.add(
                    facts.release() == null
                            ? InternBlock.RELEASE_TO_ASK
                            : facts.release() == ReleaseState.ASKED
                                    ? InternBlock.RELEASE_WAITS
                                    : InternBlock.RELEASE_REFUSED);
        }
        if (facts.openGates() > 0) {
            blocks.add(InternBlock.GATES_OPEN);
        }
        if (!facts.isInDirectory()) {
            blocks.add(InternBlock.PERSON_UNKNOWN);
        }
        if (!isApproved) {
            blocks.add(facts.missionState() == null ? InternBlock.MISSION_MISSING : InternBlock.MISSION_NOT_APPROVED);
        }
        return blocks;
    }

    /** R-EDU-7: the pay that the employer maintains, with charges and administration, to the cent. */
    public static BigDecimal releaseCost(int days, BigDecimal dailyPay, BigDecimal charges) {
        return dailyPay.multiply(BigDecimal.valueOf(days))
                .multiply(HUNDRED.add(charges))
                .divide(HUNDRED, 2, RoundingMode.HALF_UP);
    }
}
