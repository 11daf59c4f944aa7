package org.convergence.example;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.example.DirectoryChapter.ExampleDirectory;
import org.convergence.platform.access.Actor;
import org.convergence.platform.currency.ExchangeRate;
import org.convergence.platform.currency.ExchangeRateService;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.AgreementScope;
import org.convergence.resources.grant.domain.AgreementFacts;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementService;
import org.convergence.resources.spending.BudgetId;
import org.convergence.resources.spending.BudgetLineId;
import org.convergence.resources.spending.Budgets.BudgetLineFacts;
import org.convergence.resources.spending.Budgets.BudgetLineState;
import org.convergence.resources.spending.CostClass;
import org.convergence.resources.spending.ExpenseId;
import org.convergence.resources.spending.domain.CfdiReader;
import org.convergence.resources.spending.domain.ExpenseFacts;
import org.convergence.resources.spending.domain.ExpenseFacts.ExpenseSplit;
import org.convergence.resources.spending.domain.ExpenseFacts.VoucherFile;
import org.convergence.resources.spending.domain.ExpenseService;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.stereotype.Component;

/**
 * Two agreements of the example: four years of support to the mission by a public programme, and our part in a project, in
 * Mexican pesos. With their rates and expenses.
 */
@Component
record FundingChapter(
        AgreementService agreements,
        AgreementQueries agreementQueries,
        ExpenseService expenses,
        ExchangeRateService rates,
        DocumentService documents,
        SpendingChapter spending,
        DollarChapter dollars,
        InstalmentChapter instalments,
        AuditedOperations operations) {

    /** How long the mission is funded already. */
    private static final int MONTHS = 29;

    void enter(ExampleActors hands, ExampleDirectory directory, ExampleCalendar calendar) {
        Actor coordinator = hands.coordinator();
        Actor staff = hands.actorOf(ExampleUser.IDRISS);
        Actor accountant = hands.actorOf(ExampleUser.GUYLAINE);
        LocalDate today = calendar.today();
        rate(coordinator, "MXN", "0.0737", today.minusDays(75), today.minusDays(46));
        rate(coordinator, "MXN", "0.0741", today.minusDays(45), today.minusDays(16));
        rate(coordinator, "MXN", "0.0729", today.minusDays(15), today);

        AgreementId mission = agreement(
                coordinator,
                "Appui à la mission",
                "FS-2214",
                directory.organisation("phs"),
                "CAD",
                today.minusMonths(MONTHS),
                AgreementScope.MISSION,
                List.of(
                        line("1", "Salaires", CostClass.EMPLOYEES, "96000"),
                        line("2", "Déplacements", CostClass.TRAVEL, "14000"),
                        line("3", "Impression et diffusion", CostClass.DIRECT, "22000"),
                        line("4", "Administration", CostClass.OVERHEAD, "12000")));
        AgreementId project = agreement(
                coordinator,
                "Couturières des deux rives, notre part",
                "CCS-07",
                directory.organisation("ccs"),
                "MXN",
                today.minusMonths(7),
                AgreementScope.OUR_PART,
                List.of(
                        line("A", "Ateliers", CostClass.DIRECT, "180000"),
                        line("B", "Interprétation", CostClass.FEES, "64000")));

        List<BudgetLineState> states = states(coordinator, mission);
        spending.enter(hands, states, today.minusMonths(MONTHS), MONTHS);
        List<BudgetLineId> lines = states.stream().map(BudgetLineState::id).toList();
        List<BudgetLineId> parts =
                states(coordinator, project).stream().map(BudgetLineState::id).toList();
        spending.remit(coordinator, directory.organisation("ujb"), states.get(0).budgetId(), today.minusDays(62));
        ExpenseId first = expense(
                staff,
                today.minusDays(70),
                "1840.50",
                "CAD",
                "Imprimerie du Coin",
                "4471",
                percent(lines.get(2), "100"));
        ExpenseId second = expense(
                staff,
                today.minusDays(40),
                "612.00",
                "CAD",
                "Location Bonne Route",
                "L-208",
                List.of(
                        new ExpenseSplit(lines.get(1), new BigDecimal("75"), null),
                        new ExpenseSplit(lines.get(3), new BigDecimal("25"), null)));
        ExpenseId third = expense(
                staff,
                today.minusDays(60),
                "12345.67",
                "MXN",
                "Hospedaje La Palma",
                "881",
                percent(lines.get(1), "100"));
        ExpenseId asked = expense(
                staff,
                today.minusDays(12),
                "9200.00",
                "MXN",
                "Interpretaciones Norte",
                "",
                percent(parts.get(1), "100"));
        invoice(staff, today.minusDays(9), parts.get(0));
        spending.payWithTaxes(accountant, staff, lines.get(2), today);
        operations.runAs(
                staff,
                "spending.record",
                () -> expenses.record(
                        new ExpenseFacts(
                                today.plusDays(30),
                                ExpenseService.money(new BigDecimal("2600"), "CAD"),
                                "Imprimerie du Coin",
                                "",
                                "Devis accepté pour le guide",
                                true,
                                percent(lines.get(2), "100")),
                        null));
        operations.runAs(accountant, "spending.accept", () -> expenses.accept(Map.of(first, 1, second, 1, third, 1)));
        operations.runAs(
                accountant,
                "spending.return",
                () -> expenses.returnWithQuestion(asked, 1, "Quel est le numéro de la facture?"));
        spending.addToBooks(2, today.minusDays(66), "4471", "Imprimerie du Coin", "1840.50");
        spending.addToBooks(1, today.minusDays(38), "L-208", "Location Bonne Route", "459.00");
        spending.addToBooks(3, today.minusDays(38), "L-208", "Location Bonne Route", "153.00");
        spending.addToBooks(1, today.minusDays(57), "881", "Hospedaje La Palma", "910.49");
        spending.addToBooks(2, today.minusDays(26), "MR-5", "Messagerie Rapide", "46.20");
        BudgetId abroad = dollars.enter(hands, directory, today);
        spending.report(hands, directory, mission, states, today.minusMonths(MONTHS), today.minusDays(20));
        dollars.report(hands, abroad, today);

        instalments.enter(hands, directory, mission, project, today.minusMonths(MONTHS), today);
    }

    private void rate(Actor who, String from, String rate, LocalDate first, LocalDate last) {
        operations.runAs(
                who,
                "currency.record",
                () -> rates.record(
                        new ExchangeRate(from, "CAD", new BigDecimal(rate), first, last, "Taux fictif du mois"),
                        false));
    }

    private static BudgetLineFacts line(String code, String label, CostClass costClass, String amount) {
        return new BudgetLineFacts(code, label, costClass, new BigDecimal(amount));
    }

    private AgreementId agreement(
            Actor who,
            String title,
            String number,
            OrganisationId funder,
            String currency,
            LocalDate start,
            AgreementScope scope,
            List<BudgetLineFacts> lines) {
        int years = scope == AgreementScope.MISSION ? 4 : 1;
        AgreementFacts facts = new AgreementFacts(
                number,
                title,
                funder,
                null,
                currency,
                start,
                start.plusYears(years).minusDays(1),
                scope,
                "6.1 – Rapport d’étape chaque année. 8.3 – Les pièces se gardent sept ans.",
                new BigDecimal("10"),
                start.plusYears(years + 7L),
                true);
        return operations.callAs(who, "grant.agreement.record", () -> agreements.record(facts, lines));
    }

    private List<BudgetLineState> states(Actor who, AgreementId agreement) {
        return operations.callAs(who, "grant.agreement.read", () -> agreementQueries.findLines(agreement));
    }

    private static List<ExpenseSplit> percent(BudgetLineId line, String percent) {
        return List.of(new ExpenseSplit(line, new BigDecimal(percent), null));
    }

    private ExpenseId expense(
            Actor who,
            LocalDate day,
            String amount,
            String currency,
            String supplier,
            String number,
            List<ExpenseSplit> splits) {
        ExpenseFacts facts = new ExpenseFacts(
                day, ExpenseService.money(new BigDecimal(amount), currency), supplier, number, "", false, splits);
        return operations.callAs(who, "spending.record", () -> expenses.record(facts, null));
    }

    /** A Mexican invoice in XML, with its file. */
    private void invoice(Actor who, LocalDate day, BudgetLineId line) {
        byte[] xml = """
                <?xml version="1.0" encoding="UTF-8"?>
                <cfdi:Comprobante xmlns:cfdi="http://www.sat.gob.mx/cfd/4" Version="4.0" Fecha="%sT10:00:00" SubTotal="16000.00"
                    Total="18560.00" Moneda="MXN" TipoDeComprobante="I">
                  <cfdi:Emisor Rfc="AAA010101AAA" Nombre="Taller Ficticio"/>
                  <cfdi:Complemento><tfd:TimbreFiscalDigital xmlns:tfd="http://www.sat.gob.mx/TimbreFiscalDigital"
                      UUID="0f5a1c7e-0000-4000-8000-00000000c0de"/></cfdi:Complemento>
                </cfdi:Comprobante>
                """.formatted(day).getBytes(StandardCharsets.UTF_8);
        operations.runAs(who, "spending.record", () -> {
            ByteArrayResource file = new ByteArrayResource(xml);
            try (PreparedDocument prepared = documents.prepare(Upload.of("factura.xml", file))) {
                var cfdi = CfdiReader.read(new ByteArrayInputStream(xml)).orElseThrow();
                expenses.record(
                        new ExpenseFacts(
                                cfdi.day(),
                                ExpenseService.money(cfdi.total(), cfdi.currency()),
                                cfdi.supplier(),
                                "",
                                "",
                                false,
                                percent(line, "100")),
                        new VoucherFile(prepared, cfdi));
            }
        });
    }
}
