package org.convergence.resources.spending.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.plan.filing.Filings;
import org.convergence.plan.filing.Filings.RenamedFile;
import org.convergence.platform.database.Json;
import org.convergence.platform.redaction.NamePhrases;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.resources.spending.BudgetOrigins.BudgetOrigin;
import org.convergence.resources.spending.ConfidentialNames;
import org.convergence.resources.spending.FinancialReportId;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * A filed report as its funder may see it: no name of a partner or of a sealed person, nor the code name in its place,
 * since the funder may have read the real one before. A voucher with such a name stays on site.
 */
@Component
record FunderReportMask(
        FinancialReportQueries queries,
        Filings<FinancialReportId> filings,
        ObjectProvider<ConfidentialNames> confidential,
        ObjectProvider<SealedPersonRecogniser> sealed) {

    /** What stands in place of a name, in every language. */
    static final String STAND_IN = "[…]";

    /** The texts that people wrote. */
    private static final Set<String> WRITTEN =
            Set.of("title", "label", "reason", "supplier", "reference", "text", "what", "giver", "basis", "clause");

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}]{2,}(\\s+[\\p{L}\\p{N}]{2,})+");

    /** A name of at most this length is a common word too: it is hidden as it is written, or if it stands alone. */
    private static final int SHORT = 3;

    FinancialReport mask(FinancialReportId id, FinancialReport filed) {
        UnaryOperator<String> hiding = hiding(findNames(id, filed));
        Set<UUID> withheld = new HashSet<>(queries.findOnSite(filed));
        filed.vouchers().stream()
                .filter(voucher -> Stream.of(voucher.supplier(), voucher.reference())
                        .anyMatch(text -> !hiding.apply(text).equals(text)))
                .map(ReportedVoucher::id)
                .forEach(withheld::add);
        JsonNode facts = Json.of(filed.withholding(withheld)).node();
        replace(facts, hiding);
        return new Json(facts).as(FinancialReport.class);
    }

    private Set<String> findNames(FinancialReportId id, FinancialReport filed) {
        BudgetOrigin agreement = filed.agreement();
        Set<String> phrases = new HashSet<>();
        replace(Json.of(filed).node(), text -> {
            phrases.addAll(NamePhrases.find(text));
            return text;
        });
        return Stream.of(
                        confidential.stream().flatMap(each -> each.findAll().stream()),
                        filings.findRenamed(id).stream().map(RenamedFile::standIn),
                        sealed.stream().flatMap(each -> each.findUnpublishable(phrases).stream()))
                .flatMap(names -> names)
                .filter(name -> WORD.matcher(name).find() && !name.equals(IdentityReference.WITHOUT))
                .filter(name -> agreement == null || !name.equals(agreement.funder()))
                .collect(Collectors.toSet());
    }

    /** Names of one word apart from the longer ones, beside which they would not be searched for. */
    private static UnaryOperator<String> hiding(Collection<String> names) {
        List<UnaryOperator<String>> all = new ArrayList<>();
        all.add(text -> text.replace(IdentityReference.WITHOUT, STAND_IN));
        names.stream()
                .filter(name -> name.length() > SHORT)
                .collect(Collectors.groupingBy(FunderReportMask::group))
                .values()
                .forEach(group -> {
                    NameSpellings spellings = NameSpellings.of(group);
                    all.add(text -> spellings.replace(text, STAND_IN, doubtful -> true));
                });
        names.stream()
                .filter(name -> name.length() <= SHORT && name.length() > 1)
                .forEach(name -> {
                    Pattern written =
                            Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])");
                    all.add(text -> text.strip().equalsIgnoreCase(name)
                            ? STAND_IN
                            : written.matcher(text).replaceAll(Matcher.quoteReplacement(STAND_IN)));
                });
        return text -> {
            String hidden = text;
            for (UnaryOperator<String> each : all) {
                hidden = each.apply(hidden);
            }
            return hidden;
        };
    }

    private static String group(String name) {
        return WORD.matcher(name).matches() ? "word" : WORDS.matcher(name).matches() ? "words" : name;
    }

    private static void replace(JsonNode node, UnaryOperator<String> hiding) {
        if (node instanceof ObjectNode facts) {
            for (String field : List.copyOf(facts.propertyNames())) {
                JsonNode value = facts.get(field);
                if (value instanceof StringNode text && WRITTEN.contains(field)) {
                    facts.put(field, hiding.apply(text.stringValue()));
                }
            }
        }
        node.forEach(child -> replace(child, hiding));
    }
}
