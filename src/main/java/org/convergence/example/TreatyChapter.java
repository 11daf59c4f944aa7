package org.convergence.example;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.convergence.advocacy.dialogue.AskId;
import org.convergence.advocacy.treaty.domain.PetitionPolicy.Parliament;
import org.convergence.advocacy.treaty.domain.PetitionService;
import org.convergence.advocacy.treaty.domain.PetitionService.PetitionFacts;
import org.convergence.advocacy.treaty.domain.TreatyService;
import org.convergence.advocacy.treaty.domain.TreatyService.InstrumentKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyAim;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFact;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFactKind;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyFacts;
import org.convergence.advocacy.treaty.domain.TreatyService.TreatyId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.geography.Country;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Three conventions with public facts, two bills that lapsed, an office that was abolished,
 * and a petition.
 */
@Component
record TreatyChapter(TreatyService treaties, PetitionService petitions, AuditedOperations operations) {

    private static final String NORMLEX =
            "https://normlex.ilo.org/dyn/nrmlx_en/f?p=NORMLEXPUB:12100:0::NO::P12100_INSTRUMENT_ID:";

    private record Keeper(Actor who, LocalDate today) {}

    void enter(ExampleActors hands, Map<String, AskId> asks, ExampleCalendar calendar) {
        Keeper keeper = new Keeper(hands.coordinator(), calendar.today());
        TreatyId domestic = convention(
                keeper, "C189", "Travailleuses et travailleurs domestiques", TreatyAim.RATIFICATION, "2551460");
        fact(keeper, domestic, null, TreatyFactKind.IN_FORCE, "2013-09-05", "", "Liste des ratifications");
        fact(keeper, domestic, "MX", TreatyFactKind.RATIFIED, "2020-07-03", "", "Liste des ratifications");
        fact(keeper, domestic, "CO", TreatyFactKind.RATIFIED, "2014-05-09", "", "Liste des ratifications");
        fact(keeper, domestic, "CA", TreatyFactKind.NOT_RATIFIED, null, "", "Absent de la liste d’octobre 2020");
        fact(keeper, domestic, "HT", TreatyFactKind.NOT_RATIFIED, null, "Aucune trouvée; à vérifier", "NORMLEX");
        TreatyId peoples = convention(keeper, "C169", "Peuples indigènes et tribaux", TreatyAim.RATIFICATION, "312314");
        fact(keeper, peoples, null, TreatyFactKind.ADOPTED, "1989-06-27", "", "OIT");
        fact(keeper, peoples, null, TreatyFactKind.IN_FORCE, "1991-09-05", "", "OIT");
        fact(keeper, peoples, "MX", TreatyFactKind.RATIFIED, "1990-09-05", "", "Liste des ratifications");
        fact(keeper, peoples, "CO", TreatyFactKind.RATIFIED, "1991-08-07", "", "Liste des ratifications");
        fact(keeper, peoples, "CA", TreatyFactKind.NOT_RATIFIED, null, "", "Absent de la liste");
        TreatyId forced = convention(
                keeper, "P029", "Protocole de 2014 sur le travail forcé", TreatyAim.IMPLEMENTATION, "3174672");
        fact(keeper, forced, null, TreatyFactKind.IN_FORCE, "2016-11-09", "", "OIT");
        fact(
                keeper,
                forced,
                "CA",
                TreatyFactKind.RATIFIED,
                "2019-06-17",
                "La 35e ratification",
                "Communiqué du 17 juin 2019");
        fact(
                keeper,
                forced,
                "MX",
                TreatyFactKind.RATIFIED,
                "2023-06-11",
                "En vigueur le 11 juin 2024",
                "Presse mexicaine");
        TreatyId bill = bill(keeper, "C-262", "Diligence raisonnable des entreprises à l’étranger");
        fact(keeper, bill, "CA", TreatyFactKind.TABLED, "2022-03-29", "", "parl.ca");
        fact(
                keeper,
                bill,
                "CA",
                TreatyFactKind.LAPSED,
                null,
                "Mort au feuilleton avec la 44e législature",
                "À vérifier sur parl.ca");
        TreatyId office = bill(keeper, "OCRE", "Ombudsman pour la responsabilité des entreprises");
        fact(
                keeper,
                office,
                "CA",
                TreatyFactKind.ABOLISHED,
                null,
                "Abolition annoncée en juin 2026",
                "Réseau sur la reddition de comptes, 18 juin 2026");
        petition(keeper);
        operations.runAs(keeper.who(), "treaty.set-ask", () -> {
            treaties.setAsk(domestic, Objects.requireNonNull(asks.get("Ratifier la C189")), true);
            treaties.setAsk(
                    forced, Objects.requireNonNull(asks.get("Appliquer le P029 aux importations de vêtements")), true);
        });
    }

    private TreatyId convention(Keeper keeper, String code, String title, TreatyAim aim, String number) {
        return operations.callAs(
                keeper.who(),
                "treaty.add",
                () -> treaties.add(new TreatyFacts(InstrumentKind.TREATY, code, title, aim, NORMLEX + number)));
    }

    /** An invented petition that was tabled, with two counts; its answer is late. */
    private void petition(Keeper keeper) {
        LocalDate today = keeper.today();
        TreatyId petition = operations.callAs(
                keeper.who(),
                "treaty.add",
                () -> treaties.add(new TreatyFacts(
                        InstrumentKind.PETITION,
                        "e-0000",
                        "Des uniformes fédéraux cousus dans la dignité",
                        TreatyAim.ADOPTION,
                        "https://www.noscommunes.example/petitions/e-0000")));
        operations.runAs(keeper.who(), "treaty.save-petition", () -> {
            petitions.save(
                    petition,
                    0,
                    new PetitionFacts(
                            Parliament.CANADA,
                            "",
                            today.minusDays(180),
                            today.minusDays(60),
                            today.minusDays(52),
                            null,
                            null,
                            ""));
            petitions.addCount(petition, today.minusDays(120), 812, "Site de la Chambre");
            petitions.addCount(petition, today.minusDays(60), 1_964, "Site de la Chambre");
        });
    }

    private TreatyId bill(Keeper keeper, String code, String title) {
        return operations.callAs(
                keeper.who(),
                "treaty.add",
                () -> treaties.add(new TreatyFacts(InstrumentKind.BILL, code, title, TreatyAim.ADOPTION, "")));
    }

    /** What is not certain is checked again. */
    private void fact(
            Keeper keeper,
            TreatyId treaty,
            @Nullable String country,
            TreatyFactKind kind,
            @Nullable String day,
            String words,
            String source) {
        LocalDate checked = keeper.today().minusMonths(6).plusDays(30);
        operations.callAs(
                keeper.who(),
                "treaty.add-fact",
                () -> treaties.addFact(
                        treaty,
                        new TreatyFact(
                                country == null ? null : new Country(country),
                                kind,
                                day == null ? null : LocalDate.parse(day),
                                words,
                                source,
                                checked,
                                day == null ? checked.plusMonths(TreatyService.MONTHS_TO_CHECK) : null)));
    }
}
