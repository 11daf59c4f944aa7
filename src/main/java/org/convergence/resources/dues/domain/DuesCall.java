package org.convergence.resources.dues.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.CallKind;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Table;
import tools.jackson.core.type.TypeReference;

/** A row of {@code resources.dues_call}. */
@Table(schema = "resources", value = "dues_call")
record DuesCall(
        @Id UUID id,
        @Version int version,
        CallKind kind,
        String name,
        LocalDate reference,
        LocalDate dueOn,
        @Nullable LocalDate periodFrom,
        @Nullable LocalDate periodUntil,
        @Nullable BigDecimal amount,
        @Nullable BigDecimal percent,
        @Nullable String letter,
        @Nullable String note,
        @Nullable LocalDate leafletsFrom,
        @Nullable LocalDate leafletsUntil,
        Json reminders,
        boolean reminding,
        @Nullable LocalDate issuedOn) {

    static final String TABLE = "resources.dues_call";

    static DuesCall of(CallFacts facts) {
        return of(Ids.next(), 0, facts, null);
    }

    DuesCall withFacts(CallFacts facts) {
        return of(id, version, facts, issuedOn);
    }

    DuesCall withIssuedOn(LocalDate on) {
        return of(id, version, facts(), issuedOn == null ? on : issuedOn);
    }

    private static DuesCall of(UUID id, int version, CallFacts facts, @Nullable LocalDate issuedOn) {
        return new DuesCall(
                id,
                version,
                facts.kind(),
                facts.name(),
                facts.reference(),
                facts.dueOn(),
                facts.periodFrom(),
                facts.periodUntil(),
                facts.amount(),
                facts.percent(),
                facts.letter(),
                facts.note(),
                facts.leafletsFrom(),
                facts.leafletsUntil(),
                Json.of(facts.reminders()),
                facts.reminding(),
                issuedOn);
    }

    CallFacts facts() {
        return new CallFacts(
                kind,
                name,
                reference,
                dueOn,
                periodFrom,
                periodUntil,
                amount,
                percent,
                letter,
                note,
                leafletsFrom,
                leafletsUntil,
                reminders.as(new TypeReference<List<Integer>>() {}),
                reminding);
    }

    CallId typedId() {
        return new CallId(id);
    }
}
