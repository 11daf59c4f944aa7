package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.convergence.plan.reading.domain.text.Manuscript;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;

/** For any file, each of its characters is in the result, and none is invented. */
class EveryCharacterProperties {

    @Property(tries = 600)
    void linesThatLookLikeAPlanLoseNothing(@ForAll("plans") List<String> lines) {
        nothingIsLostOrInvented("Objectif 1 : Agir\n- Commencer\n" + String.join("\n", lines));
    }

    @Property(tries = 200)
    void anyTextLosesNothing(@ForAll String text) {
        nothingIsLostOrInvented("1. ÉDUCATION\n- un\n" + text + "\n2. COOPÉRATION\n- deux\n");
    }

    @Property(tries = 200)
    void tablesLoseNothing(@ForAll("plans") List<String> lines) {
        check("Objectif 1 : Agir\n- Commencer\nAction\tResponsable\tBudget\n" + String.join("\tEt\t", lines), false);
    }

    @Property(tries = 200)
    void tablesWithAColumnOfNumbersLoseNothing(@ForAll("plans") List<String> lines) {
        StringBuilder table = new StringBuilder("N°\tObjectif\tAction\tÉchéance\n");
        for (int i = 0; i < lines.size(); i++) {
            table.append(lines.get(i)).append(i % 4 == 3 ? '\n' : '\t');
        }
        check(table.toString(), false);
    }

    private static void nothingIsLostOrInvented(String text) {
        check(text, true);
    }

    /** A cell that belongs to several lines of the plan is given to each: only lost characters count then. */
    private static void check(String text, boolean strict) {
        WrittenFile file = new WrittenFile("plan.txt", text.getBytes(StandardCharsets.UTF_8));
        try {
            Manuscript manuscript = new ManuscriptReader().read(file, new ReadingBudget(ReadingLimits.USUAL));
            ReadPlan plan =
                    new PlanReader(ReadingLimits.USUAL).read(manuscript, new ReadingBudget(ReadingLimits.USUAL));
            assertThat(CharacterBalance.lost(manuscript, plan))
                    .as("lost from %s", text)
                    .isEmpty();
            if (strict) {
                assertThat(CharacterBalance.invented(manuscript, plan))
                        .as("invented in %s", text)
                        .isEmpty();
            }
        } catch (PlanRefused refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    @Provide
    Arbitrary<List<String>> plans() {
        Arbitrary<String> marks = Arbitraries.of(
                "Objectif 1 : ",
                "Objectif 2 : ",
                "OBJECTIF 2 – ",
                "Axe I. ",
                "1. ",
                "2. ",
                "1.1 ",
                "1.2 ",
                "2.1 ",
                "a) ",
                "b) ",
                "i) ",
                "- ",
                "• ",
                "\uF0A7 ",
                "o ",
                "   - ",
                "\t• ",
                "# ",
                "### ",
                "",
                "",
                "",
                "Responsable : ",
                "MOYENS ET ACTIONS",
                "Actions : ",
                "Page 3 de 4",
                "CONCLUSION",
                "\f",
                "(1) ");
        Arbitrary<String> words = Arbitraries.of(
                "donner des ateliers",
                "Publier",
                "l’",
                "inter-",
                "nationale",
                "international",
                "co-appren-",
                "tissage",
                ".",
                ";",
                ":",
                "si le financement est obtenu",
                "Québec",
                "et",
                "2024-",
                "2025",
                "• encore",
                "(ex :",
                ")",
                "  ",
                "\t",
                "É",
                "– tiret",
                "....... 4",
                "ÉDUCATION",
                "Contexte");
        Arbitrary<String> line = words.list().ofMaxSize(6).map(list -> String.join(" ", list));
        return Arbitraries.oneOf(Combinators.combine(marks, line).as((mark, text) -> mark + text), Arbitraries.just(""))
                .list()
                .ofMaxSize(40);
    }
}
