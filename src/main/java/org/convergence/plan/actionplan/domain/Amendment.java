package org.convergence.plan.actionplan.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.AmendmentChange;
import org.convergence.plan.actionplan.LineLevel;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.platform.database.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A recorded change of a line of an adopted plan. Never updated. */
@Table(schema = "plan", value = "actionplan_amendment")
record Amendment(
        @Id UUID id,
        PlanId plan,
        LocalDate decidedOn,
        String reason,
        @Nullable String number,
        Instant recordedAt,
        LineLevel level,
        UUID line,
        List<AmendmentChange> changes,
        String label,
        @Nullable Json before,
        @Nullable Json after) {}
