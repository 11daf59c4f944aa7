package org.convergence.resources.grant.domain;

import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Ids;
import org.convergence.platform.text.AnswerLimit;
import org.convergence.platform.text.AnswerLimit.CountUnit;
import org.convergence.resources.grant.GrantAnswerId;
import org.convergence.resources.grant.GrantApplicationId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Embedded.OnEmpty;
import org.springframework.data.relational.core.mapping.Table;

/** A question of an application with its answer, which has a version of its own. */
@Table(schema = "resources", value = "grant_answer")
public record GrantAnswer(
        @Id UUID id,
        @Version int version,
        GrantApplicationId application,
        int position,
        @Embedded(onEmpty = OnEmpty.USE_EMPTY) AnswerContent content) {

    static final String TABLE = "resources.grant_answer";

    /** The longest answer, in characters. */
    public static final int LONGEST = 40_000;

    /**
     * A question and its answer.
     *
     * @param most the limit, in the unit; both or none
     * @param writer the person who writes it; {@code null} for none yet
     * @param body the answer; empty if it is not written
     */
    public record AnswerContent(
            String question,
            @Nullable Integer most,
            @Nullable CountUnit unit,
            @Nullable PersonId writer,
            String body) {

        /** The limit; {@code null} for none. */
        public @Nullable AnswerLimit limit() {
            return most == null || unit == null ? null : new AnswerLimit(most, unit);
        }
    }

    static GrantAnswer create(GrantApplicationId application, int position, AnswerContent content) {
        return new GrantAnswer(Ids.next(), 0, application, position, content);
    }

    GrantAnswer withContent(AnswerContent now) {
        return new GrantAnswer(id, version, application, position, now);
    }

    public GrantAnswerId typedId() {
        return new GrantAnswerId(id);
    }
}
