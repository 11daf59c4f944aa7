package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.MonthDay;
import java.util.List;
import org.convergence.plan.actionplan.domain.AdoptionSentence;
import org.convergence.plan.reading.domain.ReadPlan.ReadAction;
import org.convergence.plan.reading.domain.ReadPlan.ReadFollowUp;
import org.convergence.plan.reading.domain.sheet.Sheet;
import org.convergence.plan.reading.domain.sheet.SheetAssembler;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the text of a plan says beside its lines becomes fields, and leaves the titles. */
class PlanFieldsTest {

    private static final String REST = "\n\nObjectif 1 : Éduquer\n1.1 Ateliers\n- Tenir un kiosque.\n- %s\n";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Tenir un forum (resp. : Comité terrain)                     | Tenir un forum          | responsible=Comité terrain
        Tenir un forum. Responsable : Comité terrain.               | Tenir un forum          | responsible=Comité terrain
        Tenir un forum (Comité terrain, avant le 30 novembre 2026)  | Tenir un forum          | responsible=Comité terrain,due=avant le 30 novembre 2026
        Tenir un forum (resp. : Ana, avant le 30 novembre 2026)     | Tenir un forum          | responsible=Ana,due=avant le 30 novembre 2026
        Tenir un forum (resp. : Ana), avant le 30 novembre 2026     | Tenir un forum          | responsible=Ana,due=avant le 30 novembre 2026
        Hold a forum (lead: Ana; by June 30, 2027)                  | Hold a forum            | responsible=Ana,due=by June 30; 2027
        Tenir un forum avant le 30 novembre 2026.                   | Tenir un forum          | due=avant le 30 novembre 2026
        Tenir un forum d’ici mars 2027                              | Tenir un forum          | due=d’ici mars 2027
        Tenir un forum – 12 juin 2027                               | Tenir un forum          | due=12 juin 2027
        Tenir un forum, mensuel                                     | Tenir un forum          | rhythm=mensuel
        Tenir une rencontre mensuelle                               | Tenir une rencontre mensuelle | ''
        Tenir un forum (deux fois par année)                        | Tenir un forum          | rhythm=deux fois par année
        Tenir un forum. Indicateur : 40 personnes. Budget : 1 200 $ | Tenir un forum          | indicator=40 personnes,budget=1 200 $
        Tenir un forum (1 200 $)                                    | Tenir un forum          | budget=1 200 $
        Hold a forum (lead: Field committee) by June 30, 2027       | Hold a forum            | responsible=Field committee,due=by June 30; 2027
        Hold a forum, twice a year                                  | Hold a forum            | rhythm=twice a year
        Celebrar un foro antes del 30 de noviembre de 2026          | Celebrar un foro        | due=antes del 30 de noviembre de 2026
        Tenir un forum (voir l’annexe)                              | Tenir un forum (voir l’annexe) | ''
        Souligner le 8 mars, avec les alliées                       | Souligner le 8 mars, avec les alliées | ''
        Tenir un forum : le climat                                  | Tenir un forum : le climat | ''
        """)
    void fieldsLeaveTheText(String line, String text, String fields) {
        ReadPlan plan = read("PLAN D’ACTION" + REST.formatted(line));
        ReadAction action = plan.objectives().get(0).means().get(0).actions().get(1);
        assertThat(action.wording().text()).isEqualTo(text);
        assertThat(told(action.follow())).isEqualTo(fields.replace("; ", ", "));
    }

    @Test
    void aCellRepeatsItsColumnOrSaysHowOften() {
        ReadPlan plan = read("""
                PLAN D’ACTION

                Objectif 1 : Éduquer

                | Action | Responsable | Échéance |
                | --- | --- | --- |
                | Tenir un forum | Comité | 12 juin 2027 |
                | Publier une chronique | Resp. : Ana Ruiz | mensuel |
                """);
        ReadAction action = plan.objectives().get(0).means().get(0).actions().get(1);
        assertThat(action.wording().text()).isEqualTo("Publier une chronique");
        assertThat(told(action.follow())).isEqualTo("responsible=Ana Ruiz,rhythm=mensuel");
    }

    @Test
    void valuesAfterACommaInsideABracketCloseIt() {
        ReadAction action = read("PLAN" + REST.formatted("Tenir un forum (resp. : Ana, avant le 30 novembre 2026)."))
                .objectives()
                .get(0)
                .means()
                .get(0)
                .actions()
                .get(1);
        assertThat(action.wording().labels()).containsExactly("(resp. : )", ", .");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Plan d’action¶Période : du 1er avril 2027 au 31 mars 2028    | 2027-04-01 | 2028-03-31
        Plan d’action¶du 1er juillet 2027 au 30 juin 2028            | 2027-07-01 | 2028-06-30
        Plan stratégique 2025-2028                                   | 2025-04-01 | 2028-03-31
        Plan d’action 2027-2028                                      | 2027-04-01 | 2028-03-31
        PLAN D’ACTION¶2026-2027                                      | 2026-04-01 | 2027-03-31
        Plan d’action 2030                                           | 2030-01-01 | 2030-12-31
        Action plan¶Period: from April 1, 2027 to March 31, 2028     | 2027-04-01 | 2028-03-31
        Plan de acción¶Periodo: del 1 de abril de 2027 al 31 de marzo de 2028 | 2027-04-01 | 2028-03-31
        Plan d’action¶Il couvre la période de janvier 2027 à décembre 2027. | 2027-01-01 | 2027-12-31
        Plan d’action                                                | -          | -
        Plan d’action¶Fondé en 1998, le comité réunit depuis 2004 des bénévoles. | - | -
        """)
    void readsThePeriod(String top, String from, String to) {
        Sheet sheet =
                SheetAssembler.assemble(read(top.replace("¶", "\n\n") + REST.formatted("Écrire.")), MonthDay.of(4, 1));
        assertThat(sheet.from() + "|" + sheet.to()).isEqualTo((from + "|" + to).replace("-|-", "null|null"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Adopté par l’assemblée générale le 12 juin 2027.   | Adopté par l’assemblée générale le 12 juin 2027 | Assemblée générale | 2027-06-12
        Le plan a été approuvé par le conseil le 3 mai 2027. | Le plan a été approuvé par le conseil le 3 mai 2027 | Conseil | 2027-05-03
        Plan adopted by the board on March 3, 2027         | Plan adopted by the board on March 3, 2027 | Board | 2027-03-03
        Plan approuvé par les membres, mai 2027            | Plan approuvé par les membres, mai 2027 | Membres | null
        Le plan sera adopté par l’assemblée en juin 2027.  | '' | null | null
        La loi a été adoptée en 2027.                      | '' | null | null
        """)
    void readsTheSentenceOfAdoption(String sentence, String expected, String body, String date) {
        String read =
                read("PLAN D’ACTION\n\n" + sentence + REST.formatted("Écrire.")).adoption();
        assertThat(read).isEqualTo(expected);
        AdoptionSentence parts = AdoptionSentence.read(read);
        assertThat(parts.body() + "|" + parts.date()).isEqualTo(body + "|" + date);
    }

    @ParameterizedTest
    @CsvSource({
        "'Adopté par l’AGA du 12 juin 2026 (résolution AG-2026-07)', AG-2026-07",
        "'Adopté le 12 juin 2026, résolution no 2026-14.', 2026-14",
        "'Adopted on June 12, 2026 (resolution 5)', 5",
        "'Adopté par résolution le 12 juin 2026', "
    })
    void readsTheNumberOfTheResolution(String sentence, String number) {
        assertThat(AdoptionSentence.read(sentence).number()).isEqualTo(number);
    }

    private static String told(ReadFollowUp follow) {
        return List.of(
                        "responsible=" + follow.responsible(),
                        "due=" + follow.due(),
                        "rhythm=" + follow.rhythm(),
                        "indicator=" + follow.indicator(),
                        "budget=" + follow.budget())
                .stream()
                .filter(one -> !one.endsWith("="))
                .reduce((one, other) -> one + "," + other)
                .orElse("");
    }

    private static ReadPlan read(String text) {
        return new PlanReader(ReadingLimits.USUAL)
                .read(new WrittenFile("plan.txt", text.getBytes(StandardCharsets.UTF_8)));
    }
}
