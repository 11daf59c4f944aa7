package org.convergence.resources.spending.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.ConfidentialNames;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A filed report as its funder may see it: vouchers that stay on site without their supplier, and no name of a partner.
 * A voucher that names a partner stays on site too. Names of sealed people left the filing when they were sealed.
 */
@Component
class FunderReportMask {

    /** What stands in place of a name, in every language. */
    static final String STAND_IN = "[…]";

    /** The texts that people wrote. */
    private static final Set<String> WRITTEN =
            Set.of("title", "label", "reason", "supplier", "reference", "text", "what", "giver", "basis", "clause");

    private final FinancialReportQueries queries;
    private final ObjectProvider<ConfidentialNames> confidential;

    FunderReportMask(FinancialReportQueries queries, ObjectProvider<ConfidentialNames> confidential) {
        this.queries = queries;
        this.confidential = confidential;
    }

    FinancialReport mask(FinancialReport filed) {
        Set<UUID> withheld = new HashSet<>(queries.findOnSite(filed));
        BudgetOrigin agreement = filed.agreement();
        List<String> names = confidential.stream()
                .flatMap(each -> each.findAll().stream())
                .filter(name -> name.length() > 2)
                .filter(name -> agreement == null || !name.equals(agreement.funder()))
                .distinct()
                .toList();
        if (names.isEmpty()) {
            return filed.withholding(withheld);
        }
        NameSpellings spellings = NameSpellings.of(names);
        filed.vouchers().stream()
                .filter(voucher -> spellings.isIn(voucher.supplier()) || spellings.isIn(voucher.reference()))
                .map(ReportedVoucher::id)
                .forEach(withheld::add);
        JsonNode facts = Json.of(filed.withholding(withheld)).node();
        replace(facts, spellings);
        return new Json(facts).as(FinancialReport.class);
    }

    private static void replace(JsonNode node, NameSpellings names) {
        if (node instanceof ObjectNode facts) {
            for (String field : List.copyOf(facts.propertyNames())) {
                JsonNode value = facts.get(field);
                if (value instanceof StringNode text && WRITTEN.contains(field)) {
                    facts.put(field, names.replace(text.stringValue(), STAND_IN));
                }
            }
        }
        node.forEach(child -> replace(child, names));
    }
}
