package org.convergence.example;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.convergence.directory.people.Party;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.DeliveryMethod;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.resources.appeal.domain.Appeal;
import org.convergence.resources.appeal.domain.Appeal.AppealKind;
import org.convergence.resources.appeal.domain.Appeal.AppealText;
import org.convergence.resources.appeal.domain.AppealService;
import org.convergence.resources.fund.FundId;
import org.convergence.resources.fund.FundMovementKind;
import org.convergence.resources.fund.domain.FundService;
import org.convergence.resources.fund.domain.FundService.FundMovementFacts;
import org.convergence.resources.gift.domain.CharityEstimateService;
import org.convergence.resources.gift.domain.CharityPolicy.CharityEstimate;
import org.convergence.resources.gift.domain.Gift.GiftFacts;
import org.convergence.resources.gift.domain.Gift.GiftId;
import org.convergence.resources.gift.domain.Gift.GiftMethod;
import org.convergence.resources.gift.domain.GiftLetterSender;
import org.convergence.resources.gift.domain.GiftQueries;
import org.convergence.resources.gift.domain.GiftService;
import org.convergence.resources.gift.domain.GiftService.GiftOrigin;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Two appeals, one of our own and one relayed, and about a hundred gifts of two years: once and monthly, in money and in
 * kind, one anonymous, one that the bank took back.
 */
@Component
record GiftChapter(
        GiftService gifts,
        GiftQueries queries,
        GiftLetterSender letters,
        CharityEstimateService charity,
        AppealService appeals,
        FundService funds,
        AuditedOperations operations) {

    private static final int GIFTS = 85;
    private static final int WEEK = 7;
    private static final int APPEAL_WEEKS = 20;
    private static final CurrencyUnit CAD = CurrencyUnit.of("CAD");

    private static final List<String> PEOPLE = List.of(
            "solange",
            "mathurin",
            "huu",
            "yolaine",
            "amadou",
            "lise-andree",
            "normand",
            "fatoumata",
            "ximena",
            "jeanguy");

    private static final List<String> AMOUNTS =
            List.of("25", "50", "40", "100", "20", "75", "150", "30", "60", "250", "35");

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        LocalDate today = calendar.today();
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        FundId fund = launch(hands.coordinator(), directory, today);
        for (int i = 0; i < GIFTS; i++) {
            LocalDate day = today.minusDays((long) WEEK * (GIFTS - i));
            boolean toAppeal = i % 2 == 0 && i > GIFTS - APPEAL_WEEKS;
            Party donor = i % 9 == 4
                    ? directory.organisation(i % 18 == 4 ? "crm" : "sfl")
                    : directory.person(PEOPLE.get(i % PEOPLE.size()));
            GiftId gift = give(
                    accountant,
                    new GiftFacts(
                            i == 40 ? null : donor,
                            day,
                            Money.of(CAD, new BigDecimal(AMOUNTS.get(i % AMOUNTS.size()))),
                            i % 3 == 0 ? GiftMethod.CARD : GiftMethod.TRANSFER,
                            "",
                            "",
                            "",
                            toAppeal ? fund : null),
                    GiftOrigin.ONCE);
            if (i == GIFTS - 6) {
                operations.runAs(
                        accountant, "gift.reverse", () -> gifts.reverse(gift, day.plusDays(4), "Virement retourné"));
            } else if (i < GIFTS - 4 && i != 40) {
                operations.runAs(
                        accountant,
                        "gift.hand-over",
                        () -> letters.markDelivered(
                                gift, new LetterDelivery(DeliveryMethod.POST, day.plusDays(3), day)));
            }
        }
        giveEachMonth(accountant, directory.person("lise-andree"), "20", 11, today);
        giveEachMonth(accountant, directory.person("amadou"), "15", 5, today);
        give(
                accountant,
                new GiftFacts(
                        directory.organisation("fes"),
                        today.minusDays(50),
                        Money.zero(CAD),
                        GiftMethod.IN_KIND,
                        "",
                        "Trois ordinateurs portables remis à neuf",
                        "",
                        null),
                GiftOrigin.ONCE);
        operations.runAs(
                hands.coordinator(),
                "fund.move",
                () -> funds.move(
                        fund,
                        new FundMovementFacts(
                                today.minusDays(20),
                                FundMovementKind.RECOGNISED,
                                new BigDecimal("300"),
                                "Semences et bâches",
                                "",
                                directory.organisation("afmk"))));
        operations.runAs(
                accountant,
                "gift.charity",
                () -> charity.save(
                        0,
                        new CharityEstimate(
                                new BigDecimal("34"),
                                60,
                                new BigDecimal("3500"),
                                45,
                                new BigDecimal("900"),
                                new BigDecimal("200"),
                                new BigDecimal("14"),
                                new BigDecimal("29"),
                                new BigDecimal("20"),
                                new BigDecimal("24"),
                                "Agence du revenu du Canada et Revenu Québec, à vérifier; frais fictifs")));
    }

    private GiftId give(Actor who, GiftFacts facts, GiftOrigin origin) {
        return operations.callAs(who, "gift.record", () -> gifts.record(facts, origin));
    }

    /** A monthly gift whose latest month is missing. */
    private void giveEachMonth(Actor who, Party donor, String amount, int months, LocalDate today) {
        LocalDate first = today.minusMonths(months).withDayOfMonth(5);
        GiftFacts facts = new GiftFacts(
                donor, first, Money.of(CAD, new BigDecimal(amount)), GiftMethod.TRANSFER, "", "", "", null);
        GiftId opening = give(who, facts, new GiftOrigin(true, null, null, null));
        var commitment = operations.callAs(
                who, "gift.find", () -> queries.findById(opening).commitment());
        for (int i = 1; i < months - 1; i++) {
            LocalDate day = first.plusMonths(i);
            give(
                    who,
                    new GiftFacts(donor, day, facts.amount(), facts.method(), "", "", "", null),
                    new GiftOrigin(false, Objects.requireNonNull(commitment), YearMonth.from(day), null));
        }
    }

    private FundId launch(Actor who, ExampleDirectory directory, LocalDate today) {
        save(
                who,
                appeal(
                        AppealKind.RELAYED,
                        directory,
                        "fes",
                        "Relayer le besoin d’un fonds de grève.",
                        null,
                        today.minusDays(60),
                        today.minusDays(10),
                        "https://fes-asne.example/donner",
                        new AppealText(
                                "Un fonds de grève à garnir",
                                "Le personnel est en grève depuis six semaines. La fédération reçoit les dons"
                                        + " directement\u00a0: nous n’y touchons pas."),
                        null,
                        null));
        Appeal own = appeal(
                AppealKind.OWN,
                directory,
                "afmk",
                "Semences, bâches et outils pour les familles de l’association.",
                new BigDecimal("4000"),
                today.minusDays((long) WEEK * APPEAL_WEEKS),
                today.plusDays(40),
                "https://dons.example/apres-la-tempete",
                new AppealText(
                        "Après la tempête, replanter",
                        "La tempête a emporté les semis et une partie des toits. Nos partenaires demandent des semences,"
                                + " des bâches et des outils avant la saison des pluies."),
                new AppealText(
                        "After the storm, planting again",
                        "The storm took the seedlings and part of the roofs. Our partners ask for seeds, tarps and tools"
                                + " before the rainy season."),
                new AppealText(
                        "Después de la tormenta, volver a sembrar",
                        "La tormenta se llevó los semilleros y una parte de los techos. Nuestra contraparte pide semillas,"
                                + " lonas y herramientas antes de las lluvias."));
        save(who, own);
        return operations.callAs(
                who,
                "appeal.find",
                () -> Objects.requireNonNull(appeals.findById(own.typedId()).fund()));
    }

    private void save(Actor who, Appeal appeal) {
        operations.callAs(who, "appeal.launch", () -> appeals.save(appeal));
    }

    private static Appeal appeal(
            AppealKind kind,
            ExampleDirectory directory,
            String partner,
            String purpose,
            @Nullable BigDecimal target,
            LocalDate opens,
            LocalDate closes,
            String link,
            AppealText french,
            @Nullable AppealText english,
            @Nullable AppealText spanish) {
        return new Appeal(
                Ids.next(),
                0,
                kind,
                "",
                null,
                directory.organisation(partner),
                purpose,
                target,
                opens,
                closes,
                link,
                true,
                french,
                english,
                spanish);
    }
}
