package org.convergence.plan.report.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.Photograph;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.report.domain.ReportContents.ReportPhoto;
import org.convergence.platform.document.Document;
import org.convergence.platform.document.DocumentId;
import org.convergence.platform.document.DocumentStorage;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Picks the photographs that a report shows: only those that may be published (R-PHOTO-2), the first of each means. */
@Component
record PhotoPicker(RealisationFacts facts, DocumentStorage documents, JdbcClient db) {

    private static final int EACH = 2;
    private static final int ALL = 12;
    private static final int LOOKED_AT = 300;

    /**
     * The photographs to show, each under the first means that its realisation serves; a picture is shown only once.
     */
    List<ReportPhoto> pick(FactsQuery query, Collection<ReportFact> told) {
        Map<UUID, ReportFact> known = told.stream().collect(Collectors.toMap(ReportFact::id, Function.identity()));
        List<Photograph> found = facts.photographs(query, LOOKED_AT);
        Map<DocumentId, Document> files =
                documents.findAll(found.stream().map(Photograph::document).toList());
        Map<UUID, Integer> under = new HashMap<>();
        Map<String, ReportPhoto> picked = new LinkedHashMap<>();
        for (Photograph each : found) {
            Document file = files.get(each.document());
            ReportFact fact = known.get(each.realisation().value());
            if (file != null && fact != null && !fact.means().isEmpty() && !picked.containsKey(file.sha256())) {
                UUID means = fact.means().get(0);
                if (picked.size() < ALL && under.merge(means, 1, Integer::sum) <= EACH) {
                    picked.put(
                            file.sha256(),
                            new ReportPhoto(
                                    each.document().value(),
                                    fact.id(),
                                    means,
                                    each.caption(),
                                    each.alternative(),
                                    file.sha256()));
                }
            }
        }
        return List.copyOf(picked.values());
    }

    /** The photographs among these that still exist and may still be published. */
    Set<UUID> publishable(Collection<ReportPhoto> photos) {
        return ids("""
                SELECT p.document FROM plan.realisation_paper p
                WHERE p.publishable AND p.document = ANY (?)
                """, (Object) photos.stream().map(ReportPhoto::document).toArray(UUID[]::new));
    }

    /** The realisations of a period whose result is shown by a photograph or a paper. */
    Set<UUID> findShownRealisations(LocalDate from, LocalDate to) {
        return ids("""
                SELECT DISTINCT p.realisation FROM plan.realisation_paper p
                JOIN plan.realisation_summary r ON r.id = p.realisation AND r.ends_on BETWEEN ? AND ?
                WHERE p.kind IN ('PHOTOGRAPH', 'PAPER')
                """, from, to);
    }

    private Set<UUID> ids(String sql, Object... parameters) {
        return new HashSet<>(db.sql(sql).params(parameters).query(UUID.class).list());
    }
}
