package org.convergence.plan.actionplan.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.plan.actionplan.LineWording;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.SectionKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;

/** A part of a plan outside its objectives. Nothing refers to it, so dropping it deletes it. */
@Table(schema = "plan", value = "actionplan_section")
record PlanSection(
        @Id UUID id, @Version int version, PlanId plan, int position, SectionKind kind, String title, String text)
        implements StoredLine {

    static PlanSection create(UUID id, PlanId plan, int position, LineWording.SectionWording words) {
        return new PlanSection(id, 0, plan, position, words.kind(), words.title(), words.text());
    }

    @Override
    public LineWording.SectionWording wording() {
        return new LineWording.SectionWording(kind, title, text);
    }

    @Override
    public PlanSection withWording(LineWording wording) {
        var words = (LineWording.SectionWording) wording;
        return new PlanSection(id, version, plan, position, words.kind(), words.title(), words.text());
    }

    @Override
    public PlanSection withDrop(@Nullable LocalDate on, @Nullable String reason) {
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
