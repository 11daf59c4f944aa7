package org.convergence.plan.realisation.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeActivities;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.ExchangeId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.PlanLineOptions;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.RealisationSource;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.plan.realisation.WorkRecorder;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.OptionGroup;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Records exchanges that serve a line of the plan. */
@Component
record ExchangeRealisationRecorder(JdbcClient db, WorkRecorder works, PlanLineOptions lines)
        implements ExchangeActivities {

    private static final String MODULE = "directory.exchange";
    private static final String KIND = "exchange";

    private static RealisationSource source(ExchangeId exchange) {
        String id = exchange.value().toString();
        return new RealisationSource(MODULE, KIND, id, "/directory/exchange/" + id);
    }

    private record ExchangeRealisationRow(UUID id, boolean isWithdrawn) {}

    private Optional<ExchangeRealisationRow> find(ExchangeId exchange) {
        return db.sql("""
                        SELECT id, state = 'WITHDRAWN' AS is_withdrawn FROM plan.realisation
                        WHERE source_module = ? AND source_kind = ? AND source_id = ?
                        """)
                .params(MODULE, KIND, exchange.value().toString())
                .query((row, n) -> new ExchangeRealisationRow(row.getObject(1, UUID.class), row.getBoolean(2)))
                .optional();
    }

    @Override
    public List<OptionGroup> findLines(Form form, String field) {
        return CurrentActor.get().may(RealisationPermissions.RECORD) ? lines.findByMeans(form, field) : List.of();
    }

    @Override
    public Optional<String> findUrl(ExchangeId exchange) {
        return find(exchange).filter(each -> !each.isWithdrawn()).map(each -> "/plan/realisation/" + each.id());
    }

    @Override
    public void record(ExchangeId exchange, ExchangeContent content, @Nullable UUID line) {
        boolean chosen = line != null && CurrentActor.get().may(RealisationPermissions.RECORD);
        if (chosen || findUrl(exchange).isPresent()) {
            record(exchange, content, line == null ? null : new ActionId(line));
        }
    }

    private void record(ExchangeId exchange, ExchangeContent content, @Nullable ActionId line) {
        works.record(RecordRealisationCommand.forLine(
                source(exchange),
                RealisationDetails.on(
                        content.day(),
                        content.channel() == ExchangeChannel.MEETING ? RealisationKind.MEETING : RealisationKind.OTHER,
                        content.subject(),
                        content.organisations()),
                Amounts.UNKNOWN,
                line));
    }

    @Override
    public void withdraw(ExchangeId exchange) {
        works.withdraw(source(exchange));
    }

    @Override
    public void restore(ExchangeId exchange, ExchangeContent content) {
        if (find(exchange).isPresent()) {
            record(exchange, content, (ActionId) null);
        }
    }
}
