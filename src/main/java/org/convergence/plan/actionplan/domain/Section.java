package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.SectionKind;
import org.convergence.plan.actionplan.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A part of a plan outside its objectives. Nothing refers to it, so dropping it deletes it. */
@Table(schema = "plan", value = "actionplan_section")
record Section(
        @Id UUID id, @Version int version, PlanId plan, int position, SectionKind kind, String title, String text)
        implements Line {

    static Section of(UUID id, PlanId plan, int position, Wording.OfSection words) {
        return new Section(id, 0, plan, position, words.kind(), words.title(), words.text());
    }

    @Override
    public Wording.OfSection wording() {
        return new Wording.OfSection(kind, title, text);
    }

    @Override
    public Section worded(Wording wording) {
        var words = (Wording.OfSection) wording;
        return new Section(id, version, plan, position, words.kind(), words.title(), words.text());
    }

    @Override
    public Section dropped(@Nullable LocalDate on, @Nullable String reason) {
        return this;
    }

    @Override
    public @Nullable LocalDate droppedOn() {
        return null;
    }

    @Override
    public @Nullable String droppedReason() {
        return null;
    }
}
