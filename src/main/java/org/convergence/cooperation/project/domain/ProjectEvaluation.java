package org.convergence.cooperation.project.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An evaluation of a project with what it found. */
public record ProjectEvaluation(UUID id, int version, EvaluationFacts facts, List<ProjectFinding> findings) {

    /** Which side makes an evaluation. */
    public enum EvaluationSide {
        US,
        PARTNER,
        THIRD;

        /** The message key of its name. */
        public String key() {
            return "project.evaluation.by." + name();
        }
    }

    /**
     * What is asked.
     *
     * @param evaluator function or organisation, in at most 300 characters; may be empty
     * @param questions 1 to 4,000 characters
     * @param plannedOn {@code null} if no day is set
     * @param doneOn {@code null} until it is done
     * @param conclusion in at most 4,000 characters; may be empty
     */
    public record EvaluationFacts(
            EvaluationSide madeBy,
            String evaluator,
            String questions,
            @Nullable LocalDate plannedOn,
            @Nullable LocalDate doneOn,
            String conclusion) {}

    /** Something that an evaluation found. */
    public record ProjectFinding(UUID id, int version, FindingFacts facts) {}

    /**
     * What was found, and what follows.
     *
     * @param finding 1 to 2,000 characters
     * @param followUp what is done about it, in at most 2,000 characters; empty for nothing
     * @param dueOn {@code null} if no day is set
     * @param doneOn {@code null} until it is done
     */
    public record FindingFacts(
            String finding,
            String followUp,
            @Nullable LocalDate dueOn,
            @Nullable LocalDate doneOn) {}
}
