package org.convergence.resources.gift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.convergence.directory.people.domain.ContactPoint;
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.ContactPoint.ContactSphere;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.jobs.JobTestRunner;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Gifts that Zeffy or another site received, from their lists. */
@ModuleTest
class GiftImportTest {

    private static final String ZEFFY = """
            N° de paiement;Date du paiement;Prénom;Nom;Courriel;Entreprise;Montant total;Montant remboursé;Statut du paiement;Mode de paiement;Campagne
            zf-1;2026-11-02;Berthe;Lanoix;BERTHE@dons.example;;25,00 $;0,00 $;Réussi;Carte;Pour tout le monde
            zf-2;2026-11-03;Rosaura;Gélinas-Ito;rosaura@dons.example;;40,00 $;;Réussi;Carte;
            zf-3;2026-11-03;;;;Atelier du Fil;100,00 $;20,00 $;Réussi;Chèque;
            zf-4;2026-11-04;Léonce;Abitbol;leonce@dons.example;;15,00 $;15,00 $;Remboursé;Carte;
            zf-5;2026-11-04;Ubald;Perron;autre@dons.example;;30,00 $;;Réussi;Carte;
            zf-6;hier;Ubald;Perron;ubald@dons.example;;trente;;Réussi;Carte;
            zf-7;2026-11-05;;;;;10,00 $;;Réussi;Carte;
            zf-2;2026-11-03;Rosaura;Gélinas-Ito;rosaura@dons.example;;40,00 $;;Réussi;Carte;
            """;

    private static final String GENERIC = """
            Date,Name,Email,Amount,Currency
            2026-11-02,Berthe Lanoix,berthe@dons.example,12.00,CAD
            2026-11-02,Berthe Lanoix,berthe@dons.example,12.00,CAD
            2026-11-02,Berthe Lanoix,berthe@dons.example,12.00,XQZ
            """;

    /** The list of payments of Zeffy: the zone in the title of the date, no number of a payment. */
    private static final String ZEFFY_PAYMENTS = """
            Payment Date (America/Montreal),Payment Time (America/Montreal),Total Amount,Payment Status,Payout Date,First Name,Last Name,Email,Extra Donation,Details,Tax Receipt #,Tax Receipt URL,Campaign Title
            2026-11-12,09:15,25.00,Succeeded,2026-11-15,Berthe,Lanoix,berthe@dons.example,,,,,Pour tout le monde
            2026-11-13,10:20,40.00,Failed,,Berthe,Lanoix,berthe@dons.example,,,,,Pour tout le monde
            """;

    @Test
    void readsThePaymentsOfZeffyWithoutNumbers() {
        enter(upload(ZEFFY_PAYMENTS, Role.COORDINATOR), Role.COORDINATOR);
        assertThat(count("resources.gift WHERE received_on = '2026-11-12' AND amount = 25"))
                .isOne();
        assertThat(count("resources.gift")).isOne();
    }

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private PersonService persons;

    @Autowired
    private JobTestRunner jobs;

    @Autowired
    private JdbcClient db;

    @BeforeEach
    void twoDonors() {
        users.ensureOrganisation();
        db.sql("DELETE FROM resources.gift").update();
        db.sql("DELETE FROM directory.people_person WHERE family_name IN ('Lanoix', 'Perron', 'Gélinas-Ito')")
                .update();
        person("Berthe", "Lanoix", "berthe@dons.example");
        person("Ubald", "Perron", "ubald@dons.example");
    }

    private void person(String given, String family, String mail) {
        ContactPoint address = new ContactPoint(ContactChannel.MAIL, ContactSphere.PERSONAL, mail, null);
        CurrentActor.runAs(
                users.actor(Role.COORDINATOR),
                () -> persons.create(
                        new PersonFacts(given, family, null, null, List.of("fr"), List.of(address), null)));
    }

    private String upload(String list, Role role) {
        MvcTestResult answer = mvc.post()
                .uri("/resources/gift/imports")
                .multipart()
                .file("file", list.getBytes(StandardCharsets.UTF_8))
                .with(users.as(role))
                .with(csrf())
                .exchange();
        assertThat(answer).as(Pages.text(answer)).hasStatus(303);
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }

    private void enter(String url, Role role) {
        assertThat(pages.as(role).post(url + "/run", "version=1")).hasStatus(303);
        jobs.runAll();
    }

    private String main(String url, Role role) {
        return pages.as(role).open(url).select("main").text().replace('\u00a0', ' ');
    }

    private int count(String from) {
        return db.sql("SELECT count(*) FROM " + from).query(Integer.class).single();
    }

    @Test
    void zeffysListBecomesGiftsOfKnownAndNewDonorsOnce() {
        String url = upload(ZEFFY, Role.COORDINATOR);
        assertThat(main(url, Role.COORDINATOR))
                .contains(
                        "« Pour tout le monde » n’est ni un appel",
                        "Nouvelle fiche au répertoire",
                        "Annulé ou remboursé là-bas",
                        "avec une autre adresse",
                        "« hier » n’est pas une date claire",
                        "Don anonyme",
                        "déjà plus haut")
                .containsPattern("[0-9],[0-9]{2} \\$, le [0-9]+ [a-zéû]+ 20[0-9]{2}");
        assertThat(count("resources.gift")).as("nothing before it is said").isZero();
        enter(url, Role.COORDINATOR);
        assertThat(db.sql("""
                        SELECT g.reference || ' ' || g.amount || ' ' || g.method || ' ' || coalesce(p.display_name, o.name, '–')
                        FROM resources.gift g LEFT JOIN directory.people_person p ON p.id = g.person
                        LEFT JOIN directory.people_organisation o ON o.id = g.organisation ORDER BY 1
                        """).query(String.class).list())
                .containsExactly(
                        "site zf-1 25.00 CARD Berthe Lanoix",
                        "site zf-2 40.00 CARD Rosaura Gélinas-Ito",
                        "site zf-3 80.00 CHEQUE Atelier du Fil",
                        "site zf-7 10.00 CARD –");
        assertThat(count(
                        "resources.gift g JOIN resources.ledger_payment p ON p.id = g.payment AND p.amount = g.amount"))
                .isEqualTo(4);

        String again = upload(
                ZEFFY.replace("Rosaura;Gélinas-Ito;rosaura@dons.example;;40,00 $;", "R;G;r@x.example;;40,00 $;40,00 $"),
                Role.COORDINATOR);
        assertThat(main(again, Role.COORDINATOR)).contains("Remboursé là-bas depuis : annulez le don n°");
        enter(again, Role.COORDINATOR);
        assertThat(count("resources.gift")).as("the same list").isEqualTo(4);

        assertThat(pages.as(Role.COORDINATOR).post(url + "/undo")).hasStatus(303);
        jobs.runAll();
        assertThat(count("resources.gift WHERE reversed_on IS NULL"))
                .as(main(url, Role.COORDINATOR))
                .isZero();
        assertThat(count("directory.people_person WHERE family_name = 'Gélinas-Ito'"))
                .as("entered by the list alone")
                .isZero();
        enter(upload(ZEFFY, Role.COORDINATOR), Role.COORDINATOR);
        assertThat(count("resources.gift WHERE reversed_on IS NULL")).isEqualTo(4);
    }

    @Test
    void runThatGoesOnAfterItWasKilledCountsTheLinesAbove() {
        enter(upload(GENERIC.lines().limit(2).collect(Collectors.joining("\n")), Role.COORDINATOR), Role.COORDINATOR);
        assertThat(count("resources.gift")).isOne();
        String url = upload(GENERIC, Role.COORDINATOR);
        db.sql("""
                        INSERT INTO platform.imports_reached (file, lane, line)
                        SELECT file, lane, line FROM platform.imports_row WHERE file = CAST(? AS uuid) ORDER BY line LIMIT 1
                        """).param(url.substring(url.lastIndexOf('/') + 1)).update();
        enter(url, Role.COORDINATOR);
        assertThat(count("resources.gift")).as("two gifts alike on one day").isEqualTo(2);
    }

    @Test
    void onlyWhatIsPaidBecomesAGiftAndNumbersOfChequesAreOthers() {
        pages.as(Role.COORDINATOR)
                .post(
                        "/resources/gift/new",
                        "person="
                                + db.sql("SELECT id::text FROM directory.people_person WHERE given_name = 'Berthe'")
                                        .query(String.class)
                                        .single(),
                        "received=2026-10-02",
                        "amount=90",
                        "method=CHEQUE",
                        "reference=1024");
        assertThat(count("resources.gift WHERE reference = '1024'")).isOne();
        String url = upload("""
                N° de paiement;Date;Prénom;Nom;Courriel;Montant;Statut du paiement;Devise
                1024;2026-11-02;Berthe;Lanoix;berthe@dons.example;90,00 $ CA;Payé
                1025;2026-11-02;Berthe;Lanoix;berthe@dons.example;£50;Payé
                1026;2026-11-02;Berthe;Lanoix;berthe@dons.example;30,00 $;En attente
                1027;2026-11-02;Berthe;Lanoix;berthe@dons.example;30,50;Payé;JPY
                """, Role.COORDINATOR);
        assertThat(main(url, Role.COORDINATOR)).contains("« En attente » ne dit pas", "« 30,50 » n’est pas un montant");
        enter(url, Role.COORDINATOR);
        assertThat(db.sql("SELECT reference || ' ' || amount || ' ' || currency FROM resources.gift ORDER BY 1")
                        .query(String.class)
                        .list())
                .contains("1024 90.00 CAD", "site 1024 90.00 CAD")
                .noneMatch(each -> each.contains("1026") || each.contains("1027") || each.contains("50.00 CAD"));
    }

    @Test
    void listWithoutNumbersIsKnownByItsLinesAndAMonthlyGiftSettlesItsMonth() {
        pages.as(Role.COORDINATOR)
                .post(
                        "/resources/gift/new",
                        "person="
                                + db.sql("SELECT id::text FROM directory.people_person WHERE given_name = 'Berthe'")
                                        .query(String.class)
                                        .single(),
                        "received=2026-10-02",
                        "amount=12",
                        "method=CARD",
                        "monthly=true");
        assertThat(count("resources.gift_commitment WHERE next_month = '2026-11-01'"))
                .isOne();
        String url = upload(GENERIC, Role.ACCOUNTANT);
        assertThat(main(url, Role.ACCOUNTANT)).contains("« XQZ » n’est pas une devise connue");
        enter(url, Role.ACCOUNTANT);
        assertThat(count("resources.gift WHERE received_on = '2026-11-02'"))
                .as("two gifts alike on one day")
                .isEqualTo(2);
        assertThat(count("resources.gift_commitment WHERE next_month = '2026-12-01'"))
                .isOne();
        enter(upload(GENERIC, Role.ACCOUNTANT), Role.ACCOUNTANT);
        assertThat(count("resources.gift WHERE received_on = '2026-11-02'")).isEqualTo(2);
        String newcomer =
                upload("Date,Name,Email,Amount\n2026-11-02,Zoé Nouvelle,zoe@dons.example,5\n", Role.ACCOUNTANT);
        assertThat(main(newcomer, Role.ACCOUNTANT)).contains("votre rôle n’y ajoute personne");
        assertThat(pages.as(Role.STAFF).get("/resources/gift/imports")).hasStatus(403);
    }
}
