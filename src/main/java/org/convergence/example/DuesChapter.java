package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.Decision;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.resources.dues.RateShape;
import org.convergence.resources.dues.domain.Bracket;
import org.convergence.resources.dues.domain.Rate;
import org.convergence.resources.dues.domain.RateService;
import org.convergence.resources.membership.CategoryId;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The dues rates of each category, as the assembly adopted them. */
@Component
class DuesChapter {

    private final RateService rates;
    private final AuditedOperations operations;

    DuesChapter(RateService rates, AuditedOperations operations) {
        this.rates = rates;
        this.operations = operations;
    }

    void enter(Actor who, Map<String, CategoryId> categories) {
        for (ExampleFile.ExampleLine line : ExampleFile.lines("taux.csv")) {
            LocalDate since = LocalDate.parse(line.text("depuis"));
            var rate = new Rate(
                    RateShape.valueOf(line.text("façon")),
                    CurrencyUnit.of("CAD"),
                    new BigDecimal(line.text("montant")),
                    brackets(line),
                    amount(line, "au moins"),
                    amount(line, "au plus"));
            var decision = new Decision(line.text("instance"), since, line.orNull("numéro"), null);
            CategoryId category = Objects.requireNonNull(categories.get(line.text("catégorie")));
            operations.callAs(who, "dues.adopt", () -> rates.adopt(category, since, rate, decision));
        }
    }

    private static List<Bracket> brackets(ExampleFile.ExampleLine line) {
        List<Bracket> brackets = new ArrayList<>();
        for (String word : line.words("tranches")) {
            String[] both = word.split("=", 2);
            brackets.add(new Bracket(Integer.parseInt(both[0]), new BigDecimal(both[1])));
        }
        return brackets;
    }

    private static @Nullable BigDecimal amount(ExampleFile.ExampleLine line, String column) {
        String text = line.orNull(column);
        return text == null ? null : new BigDecimal(text);
    }
}
