package org.convergence.education.tool.domain;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolStock;
import org.convergence.education.tool.domain.Tool.HandOutFacts;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stock as its tables tell it, but for editions of which a consent ended (R-EDU-5); handing out is the use case of {@link ToolService}. */
@Component
record PrintedToolStock(ToolQueries queries, ToolService tools, OrganisationSettings settings, JdbcClient db)
        implements ToolStock {

    @Override
    public List<StockedTool> findStocked() {
        return db.sql("""
                        SELECT t.id, t.title FROM education.tool t
                        WHERE EXISTS (SELECT FROM education.tool_batch b JOIN education.tool_edition e ON e.id = b.edition
                                      WHERE e.tool = t.id AND NOT %s AND NOT platform.is_withheld(e.id) AND b.copies > (SELECT coalesce(sum(o.copies), 0)
                                                                          FROM education.tool_hand_out o WHERE o.batch = b.id))
                        ORDER BY t.title, t.id LIMIT 200
                        """.formatted(ToolConsentService.ENDED))
                .param("today", settings.today())
                .query(RecordMapper.of(StockedTool.class))
                .list();
    }

    @Override
    public Optional<String> findTitle(ToolId tool) {
        return db.sql("SELECT title FROM education.tool WHERE id = ?")
                .param(tool.value())
                .query(String.class)
                .optional();
    }

    @Override
    public List<StockedBatch> findBatches(ToolId tool) {
        Set<UUID> offered = Set.copyOf(db.sql("""
                        SELECT b.id FROM education.tool_batch b JOIN education.tool_edition e ON e.id = b.edition
                        WHERE e.tool = :tool AND NOT %s
                        """.formatted(ToolConsentService.ENDED))
                .param("tool", tool.value())
                .param("today", settings.today())
                .query(UUID.class)
                .list());
        return queries.findBatches(tool).stream()
                .filter(each -> offered.contains(each.id()))
                .map(each ->
                        new StockedBatch(each.id(), each.editionLabel(), each.language(), each.place(), each.left()))
                .toList();
    }

    @Override
    public UUID handOut(
            UUID batch,
            int copies,
            HandOutSetting setting,
            @Nullable String region,
            @Nullable OrganisationId receiver,
            boolean confirmed) {
        return tools.handOut(
                batch, new HandOutFacts(settings.today(), copies, setting, region, receiver, ""), confirmed);
    }

    @Override
    public Optional<StockedHandOut> findHandOut(UUID handOut) {
        return db.sql("""
                        SELECT o.handed_on, o.copies, e.label, e.language, b.place
                        FROM education.tool_hand_out o JOIN education.tool_batch b ON b.id = o.batch
                        JOIN education.tool_edition e ON e.id = b.edition WHERE o.id = ?
                        """)
                .param(handOut)
                .query(RecordMapper.of(StockedHandOut.class))
                .optional();
    }

    @Override
    public void takeBack(UUID handOut) {
        tools.takeBack(handOut);
    }
}
