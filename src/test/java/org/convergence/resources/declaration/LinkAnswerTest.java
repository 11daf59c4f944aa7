package org.convergence.resources.declaration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.convergence.directory.people.OrganisationId;
import org.convergence.identity.Role;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.jobs.RecurringWork;
import org.convergence.platform.publicform.FormShield;
import org.convergence.platform.publicform.PublicFormGuard;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.declaration.domain.Round.RoundDays;
import org.convergence.resources.declaration.domain.RoundService;
import org.convergence.testing.ConcurrentActions;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Pages;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** An organisation answers by its link: without an account, a cookie or a script. */
@ModuleTest
class LinkAnswerTest {

    @Autowired
    private Pages pages;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private DeclarationFixture members;

    @Autowired
    private RoundService rounds;

    @Autowired
    private PublicFormGuard forms;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private List<RecurringWork> recurring;

    @Autowired
    private ConcurrentActions atOnce;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient db;

    private LocalDate counted = LocalDate.EPOCH;
    private OrganisationId maize = new OrganisationId(new java.util.UUID(0, 0));
    private String link = "";

    @BeforeEach
    void oneIsAsked() {
        members.clear();
        counted = settings.today().minusDays(20);
        maize = members.addMember("Sindicato del Maíz", "maiz@exemple.org", "es");
        ask();
        link = members.findLink(maize);
    }

    @Test
    void asksInTheOrganisationsLanguageAndTwoOthers() {
        Document hers = pages.asStranger().open(link);
        assertThat(hers.select("html").attr("lang")).isEqualTo("es-MX");
        assertThat(hers.select("h1").text()).startsWith("¿Cuántas personas tenía Sindicato del Maíz el");
        assertThat(hers.select("form input[type=text]:not([name=" + FormShield.TRAP + "]), form textarea")
                        .eachAttr("name"))
                .containsExactly("number", "saidBy", "remark");
        for (String language : List.of("fr", "en", "es")) {
            assertThat(pages.asStranger().open(link + "?in=" + language).text())
                    .doesNotContain("public.", "shell.", "declaration.");
        }
        assertThat(count("membership_headcount")).as("opening changes nothing").isZero();
    }

    @Test
    void recordsAndCorrectsAnAnswerUntilTheRoundCloses() {
        assertThat(answer(link, "1\u00a0234", "La tesorería", "Sin jubilados")).hasStatus(303);
        Document thanked = pages.asStranger().open(link);
        assertThat(thanked.select("[role=status]").text()).contains("Gracias. Declaró 1,234 personas");
        assertThat(thanked.select("input[name=number]").val()).isEqualTo("1234");
        assertThat(answer(link, "1234", "La tesorería", "Sin jubilados"))
                .as("a repeat of the same")
                .hasStatus(303);
        assertThat(count("membership_headcount")).isEqualTo(1);
        assertThat(answer(members.findLink(maize), "1,240", "La tesorería", "")).hasStatus(303);
        assertThat(db.sql("""
                        SELECT number || ' ' || status || ' ' || coalesce(remark, '–') || ' ' || (withdrawn_at IS NULL)
                        FROM resources.membership_headcount ORDER BY recorded_at
                        """).query(String.class).list())
                .containsExactly("1234 DECLARED Sin jubilados false", "1240 DECLARED – true");
        assertThat(db.sql("SELECT DISTINCT counted_on FROM resources.membership_headcount")
                        .query(LocalDate.class)
                        .single())
                .isEqualTo(counted);
    }

    @Test
    void refusesAnInvalidNumberAndKeepsTheTypedText() {
        for (String wrong : List.of("-3", "1000000000", "12.5", "environ 400", "")) {
            MvcTestResult back = answer(link, wrong, "Ana", "Nota");
            assertThat(back).as(wrong).hasStatus(422);
            Document page = Jsoup.parse(Pages.text(back));
            assertThat(page.select("input[name=number]").val()).isEqualTo(wrong);
            assertThat(page.select("input[name=saidBy]").val()).isEqualTo("Ana");
            assertThat(page.select("textarea").text()).isEqualTo("Nota");
            assertThat(page.select(".error").text()).as(wrong).isNotBlank().doesNotContain("shell.");
        }
        assertThat(answer(link, "400", "", "")).hasStatus(422).bodyText().contains("Este campo es necesario");
        assertThat(count("membership_headcount")).isZero();
    }

    @Test
    void refusesAutomatedAnswersAndKeepsTheTypedText() {
        MvcTestResult fast = mvc.post()
                .uri(link)
                .param("number", "400")
                .param("saidBy", "Ana")
                .param(
                        FormShield.OPENED,
                        forms.shield("headcount", clock.instant()).opened())
                .exchange();
        assertThat(fast).hasStatus(422).bodyText().contains("Fue muy rápido", "value=\"400\"");
        assertThat(mvc.post()
                        .uri(link)
                        .param("number", "400")
                        .param("saidBy", "Ana")
                        .exchange())
                .hasStatus(422)
                .bodyText()
                .contains("mucho tiempo abierta");
        assertThat(count("membership_headcount")).isZero();
    }

    @Test
    void closedLinkAnswersGoneAndUnknownLinkNotFound() {
        answer(link, "400", "Ana", "");
        closedFor(1);
        MvcTestResult closed = mvc.get().uri(link).exchange();
        assertThat(closed).hasStatus(410).bodyText().contains("Se podía responder hasta el");
        assertThat(Jsoup.parse(Pages.text(closed)).select("form")).isEmpty();
        assertThat(Jsoup.parse(Pages.text(closed)).text())
                .as("and not the number")
                .doesNotContain("400");
        assertThat(answer(link, "500", "Ana", "")).hasStatus(422);
        assertThat(mvc.get().uri("/resources/declaration/link/" + "x".repeat(43)))
                .hasStatus(404);
        assertThat(answer("/resources/declaration/link/" + "x".repeat(43), "5", "Ana", ""))
                .hasStatus(404);
        assertThat(db.sql("SELECT number FROM resources.membership_headcount")
                        .query(Integer.class)
                        .list())
                .containsExactly(400);
        assertThat(db.sql("SELECT count(*) FROM resources.declaration_link WHERE octet_length(token) <> 32")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysInTheVisitorsLanguageThatANetworkTriedTooManyWrongLinksAndStillOpensAValidOne() {
        RequestPostProcessor hall = request -> {
            request.setRemoteAddr("203.0.113.40");
            request.addPreferredLocale(Locale.forLanguageTag("es-MX"));
            return request;
        };
        MvcTestResult wrong = null;
        for (int i = 0; i <= SecretAttemptLimiter.WRONG_BY_NETWORK; i++) {
            wrong = mvc.get()
                    .uri("/resources/declaration/link/wrong" + i)
                    .header("Accept-Language", "es-MX")
                    .with(hall)
                    .exchange();
        }
        assertThat(wrong).hasStatus(429).bodyText().contains("Demasiados intentos desde esta red", "en un minuto");
        assertThat(wrong).headers().containsHeader("Retry-After");
        assertThat(mvc.get().uri(link).with(hall)).hasStatusOk();
    }

    @Test
    void deletesLinksAWeekAfterTheRoundCloses() {
        answer(link, "400", "Ana", "");
        closedFor(7);
        sweep();
        assertThat(mvc.get().uri(link)).hasStatus(410);
        closedFor(8);
        assertThat(mvc.get().uri(link)).hasStatus(404);
        assertThat(answer(link, "500", "Ana", "")).hasStatus(404);
        sweep();
        assertThat(count("declaration_link")).isZero();
        assertThat(count("membership_headcount")).as("the answer is kept").isEqualTo(1);
    }

    private void closedFor(int days) {
        db.sql("UPDATE resources.declaration_round SET asks_on = :day, reminds_on = :day + 1, closes_on = :end")
                .param("day", counted)
                .param("end", settings.today().minusDays(days))
                .update();
    }

    private void sweep() {
        recurring.stream()
                .filter(each -> each.name().equals("declaration-sweep"))
                .forEach(RecurringWork::run);
    }

    @Test
    void recordsAllConcurrentAnswers() {
        List<String> links = new ArrayList<>(List.of(link));
        for (int i = 1; i < 32; i++) {
            OrganisationId one = members.addMember("Syndicat " + i, "syndicat" + i + "@exemple.org", null);
            members.callAs(
                    Role.COORDINATOR,
                    () -> rounds.approve(rounds.findAll().get(0).typedId()));
            links.add(members.findLink(one));
        }
        List<Callable<?>> answers = new ArrayList<>();
        for (int i = 0; i < links.size(); i++) {
            int number = 100 + i;
            answers.add(() -> answer(links.get(number - 100), String.valueOf(number), "Ana", "")
                    .getResponse()
                    .getStatus());
        }
        assertThat(atOnce.runTogether(Actor.VISITOR, answers))
                .allSatisfy(end -> assertThat(end.answer()).isEqualTo(303));
        assertThat(count("membership_headcount")).isEqualTo(32);
        List<Callable<?>> same = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String number = String.valueOf(500 + i);
            same.add(() -> answer(link, number, "Ana", "").getResponse().getStatus());
        }
        assertThat(atOnce.runTogether(Actor.VISITOR, same))
                .allSatisfy(end -> assertThat(end.answer()).isEqualTo(303));
        assertThat(db.sql("""
                        SELECT count(*) FROM resources.membership_headcount WHERE organisation = ? AND withdrawn_at IS NULL
                        """).param(maize.value()).query(Long.class).single())
                .as("one of all corrections remains")
                .isEqualTo(1);
    }

    private void ask() {
        LocalDate today = settings.today();
        members.callAs(
                Role.COORDINATOR,
                () -> rounds.approve(
                        rounds.prepare(new RoundDays(counted, today, today.plusDays(14), today.plusDays(28)))));
    }

    private MvcTestResult answer(String address, String number, String by, String remark) {
        return mvc.post()
                .uri(address)
                .param("number", number)
                .param("saidBy", by)
                .param("remark", remark)
                .param(
                        FormShield.OPENED,
                        forms.shield("headcount", clock.instant().minusSeconds(30))
                                .opened())
                .exchange();
    }

    private long count(String table) {
        return db.sql("SELECT count(*) FROM resources." + table)
                .query(Long.class)
                .single();
    }
}
