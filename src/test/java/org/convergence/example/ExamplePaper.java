package org.convergence.example;

import java.util.Locale;
import java.util.Set;

/**
 * Each kind of paper, with the classes that make it and a query for the addresses where the example has one. An address
 * after {@code POST} is posted to; {@code {language}} stands for the language of the paper.
 */
enum ExamplePaper {
    INVOICE(
            "SELECT '/resources/ledger/invoices/' || id || '/file.pdf' FROM resources.ledger_issued_invoice ORDER BY id",
            "InvoicePaperAssembler"),
    PAYMENT_ACKNOWLEDGEMENT(
            "SELECT 'POST /resources/ledger/payments/' || id || '/acknowledgement' FROM resources.ledger_payment ORDER BY id",
            "AcknowledgementService"),
    DEPOSIT(
            "SELECT '/resources/ledger/deposits/' || id || '.pdf' FROM resources.ledger_deposit ORDER BY id",
            "DepositPaperAssembler"),
    DUES_BUNDLE("""
            SELECT '/resources/dues/calls/' || d.call || '/print.pdf?day=' || (l.posted_at AT TIME ZONE 'America/Toronto')::date
            FROM resources.dues_letter l JOIN resources.dues_invoice d ON d.invoice = l.invoice
            WHERE NOT l.by_mail ORDER BY l.round DESC, l.posted_at""", "ReminderPaperAssembler"),
    LEAFLET(
            "SELECT '/resources/impact/of/' || organisation || '/preview.pdf' FROM resources.membership ORDER BY id",
            "LeafletPaperAssembler"),
    GIFT_ACKNOWLEDGEMENT(
            "SELECT '/resources/gift/' || id || '/acknowledgement.pdf' FROM resources.gift ORDER BY id", "GiftPapers"),
    GIFT_ACCOUNT("""
            SELECT DISTINCT '/resources/gift/year/' || extract(year FROM received_on) || CASE WHEN person IS NULL
                THEN '/organisations/' || organisation ELSE '/persons/' || person END || '.pdf'
            FROM resources.gift ORDER BY 1""", "GiftPapers"),
    AGREEMENT(
            "SELECT '/resources/grant/agreement/' || id || '/board.pdf' FROM resources.grant_agreement ORDER BY id",
            "AgreementBoardPaper"),
    AGREEMENTS("SELECT '/resources/grant/agreement/overview/board.pdf'", "AgreementOverviewController"),
    CHARITY("SELECT '/resources/gift/charity/paper.pdf'", "CharityPage"),
    CLAIM(
            "SELECT '/resources/subsidy/claim/' || id || '/pdf' FROM resources.subsidy_claim ORDER BY id",
            "SubsidyClaimPaperAssembler"),
    FINANCIAL_REPORT(
            "SELECT '/resources/spending/report/' || id || '/financial.pdf' FROM resources.spending_report ORDER BY id",
            "FinancialReportPaperAssembler",
            "VoucherIndexAssembler"),
    SAMPLE(
            "SELECT '/resources/spending/report/' || id || '/sample.pdf?seed=1' FROM resources.spending_report ORDER BY id",
            "SamplePaperAssembler"),
    MATCH_STATEMENT("""
            SELECT '/resources/match/' || agreement || '/source/' || id || '/statement.pdf' FROM resources.match_source
            ORDER BY id""", "MatchStatementPaper"),
    NARRATIVE(
            "SELECT '/cooperation/narrative/' || id || '/report.pdf' FROM cooperation.narrative_report ORDER BY id",
            "NarrativeRenderer"),
    AGENDA("""
            SELECT '/outreach/assembly/meetings/' || m.id || '/papers.pdf' FROM outreach.assembly_meeting m
            LEFT JOIN outreach.assembly_paper p ON p.meeting = m.id
            GROUP BY m.id ORDER BY count(p.meeting) DESC, m.id""", "AgendaPaperAssembler"),
    MINUTES("""
            SELECT '/outreach/assembly/meetings/' || id || '/minutes/pdf' FROM outreach.assembly_meeting
            WHERE state = 'HELD' ORDER BY id""", "MinutesPaperAssembler"),
    DOOR_LIST(
            "SELECT DISTINCT '/outreach/vote/meetings/' || meeting || '/list.pdf' FROM outreach.vote_delegation ORDER BY 1",
            "VotePaperAssembler"),
    BALLOTS(
            "SELECT '/outreach/vote/votes/' || id || '/ballots.pdf' FROM outreach.vote WHERE method = 'PAPER' ORDER BY id",
            "VotePaperAssembler"),
    RESOLUTION(
            "SELECT '/outreach/assembly/resolutions/' || id || '/extract/pdf' FROM outreach.assembly_resolution ORDER BY id",
            "ExtractPaperAssembler"),
    PASSPORTS("SELECT '/outreach/congress/passports/board.pdf'", "PassportSheetAssembler"),
    PLAN(
            "SELECT '/plan/actionplan/' || id || '/file/adopted/pdf' FROM plan.actionplan_plan ORDER BY id",
            "PlanPaperAssembler"),
    FOLLOWED_PLAN(
            "SELECT '/plan/actionplan/' || id || '/file/followed/pdf' FROM plan.actionplan_plan ORDER BY id",
            "PlanPaperAssembler"),
    PLAN_COMPARISON(
            "SELECT '/plan/preparation/' || id || '/comparison/pdf' FROM plan.actionplan_plan ORDER BY id",
            "PlanComparisonFormatter"),
    HOW_TO("SELECT '/plan/howto/' || id || '/file/pdf' FROM plan.howto ORDER BY id", "HowToController"),
    REPORT("""
            SELECT '/api/v1/plans/' || plan || '/reports/annual.pdf?lang={language}' FROM plan.report
            WHERE audience = 'ANNUAL' ORDER BY id""", "ReportPaperAssembler"),
    CAPACITY("SELECT '/plan/time/capacity/pdf'", "CapacityPaperAssembler"),
    HANDOVER("""
            SELECT '/directory/handover/of/' || person_id || '/file/pdf' FROM identity.account
            WHERE person_id IS NOT NULL ORDER BY person_id""", "HandoverPackAssembler"),
    ATTESTATION(
            "SELECT '/education/internship/files/' || id || '/attestation.pdf' FROM education.internship_application ORDER BY id",
            "AttestationController"),
    WORKSHOP_SHEET(
            "SELECT '/education/workshop/sessions/' || id || '/sheet.pdf' FROM education.workshop_session ORDER BY id",
            "SessionSheetWriter"),
    WORKSHOP_CATALOGUE("SELECT '/public/workshops/catalogue.pdf'", "CataloguePaperWriter"),
    RISK_REGISTER("SELECT '/safety/risk/register.pdf'", "RiskSheetAssembler"),
    MISSION_SHEET(
            "SELECT '/safety/mission/' || id || '/sheet.pdf' FROM safety.mission ORDER BY starts_on DESC",
            "MissionSheetAssembler"),
    SAFETY_ASSESSMENT(
            "SELECT '/safety/assessment/' || id || '/report.pdf' FROM safety.assessment ORDER BY id",
            "AssessmentPageAssembler"),
    COUNTRY_GUIDE(
            "SELECT DISTINCT '/safety/guide/' || country || '/guide/guide.pdf' FROM safety.guide_part ORDER BY 1",
            "GuideController");

    private final String addresses;
    private final Set<String> makers;

    ExamplePaper(String addresses, String... makers) {
        this.addresses = addresses;
        this.makers = Set.of(makers);
    }

    String addresses() {
        return addresses;
    }

    Set<String> makers() {
        return makers;
    }

    /** The name of its files. */
    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
