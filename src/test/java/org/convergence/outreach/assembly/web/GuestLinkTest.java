package org.convergence.outreach.assembly.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.convergence.outreach.assembly.BoardFixture.SeatedBoard;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.outreach.assembly.domain.AttendanceStatus;
import org.convergence.outreach.assembly.domain.MeetingNoticeService;
import org.convergence.outreach.assembly.domain.MinutesService;
import org.convergence.outreach.assembly.domain.ResolutionFacts;
import org.convergence.outreach.assembly.domain.ResolutionService;
import org.convergence.platform.document.DocumentId;
import org.convergence.testing.ModuleTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The link of one meeting, tried on every route of the application. */
@ModuleTest
class GuestLinkTest extends AssemblyPagesFixture {

    private static final String LINK = "/outreach/assembly/link/";
    private static final AtomicInteger NETWORK = new AtomicInteger();

    /** Texts that exist in the application but do not belong to the agenda of the shared meeting. */
    private static final List<String> HIDDEN = List.of(
            "ébauche-du-procès-verbal", "papier-des-autres", "résolution-des-autres", "@exemple.org", "Une invitée");

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private MinutesService minutes;

    @Autowired
    private ResolutionService resolutions;

    @Autowired
    private MeetingNoticeService convening;

    @Autowired
    private JdbcClient db;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private record SharedMeeting(MeetingId id, DocumentId paper, DocumentId others, Map<String, String> known) {}

    @Test
    void opensOnlyItsMeetingAndPapersOnEveryRoute() {
        SharedMeeting shared = shared();
        String secret = board.callAs(() -> convening.issueLink(shared.id()));
        List<String> opened = new ArrayList<>();
        List<String> told = new ArrayList<>();
        routes().forEach((path, methods) -> methods.forEach(method -> {
            // An address without a place for a value is asked twice: with the secret as a token, and as a session.
            List<String> values = path.replace("{secret", "").contains("{")
                    ? List.copyOf(shared.known().values())
                    : List.of("", "");
            for (String value : values) {
                boolean secretOnly = path.startsWith(LINK);
                String at = path.replaceAll("\\{secret[^}]*}", secret)
                        .replaceAll("\\{[^}]*}", secretOnly ? value : value.isEmpty() ? secret : value);
                MockHttpServletResponse answer = ask(method, at, secret);
                String what = method + " " + at.replace(secret, "…");
                String text = answer.getContentAsByteArray().length > 2_000_000
                        ? ""
                        : new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
                HIDDEN.stream().filter(text::contains).forEach(word -> told.add(what + " tells " + word));
                if (answer.getStatus() < 300 && at.contains(secret)) {
                    opened.add(what);
                }
            }
        }));
        assertThat(told).isEmpty();
        assertThat(opened)
                .containsOnly(
                        "GET " + LINK + "…",
                        "GET " + LINK + "…/papers.pdf",
                        "GET " + LINK + "…/papers/" + shared.paper().value());
    }

    @Test
    void closedAndExpiredLinksAnswerLikeUnknownOnes() {
        SharedMeeting shared = shared();
        String closed = board.callAs(() -> convening.issueLink(shared.id()));
        board.callAs(() -> convening.closeLinks(shared.id()));
        String outdated = board.callAs(() -> convening.issueLink(shared.id()));
        db.sql("UPDATE outreach.assembly_link SET expires_at = now() - interval '1 second' WHERE revoked_at IS NULL")
                .update();
        for (String below :
                List.of("", "/papers.pdf", "/papers/" + shared.paper().value())) {
            MockHttpServletResponse unknown =
                    visit(LINK + "x".repeat(43) + below).getResponse();
            assertThat(unknown.getStatus()).isEqualTo(404);
            assertThat(words(unknown)).contains("Ce lien ne fonctionne plus").doesNotContain("recherche");
            for (String secret : List.of(closed, outdated)) {
                MockHttpServletResponse answer = visit(LINK + secret + below).getResponse();
                assertThat(answer.getStatus()).isEqualTo(404);
                assertThat(answer.getHeaderNames()).isEqualTo(unknown.getHeaderNames());
                assertThat(words(answer)).isEqualTo(words(unknown));
            }
        }
    }

    /** Without the parts that change in each response. */
    private static String words(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8)
                .replaceAll("link/[\\w-]{43}[\\w/.-]*", "link")
                .replaceAll("[\\w-]{96}", "")
                .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
    }

    /** A meeting with a paper and draft minutes, and all ids a guest may know. */
    private SharedMeeting shared() {
        LocalDate yesterday = settings.today().minusDays(1);
        SeatedBoard made = board.addBoard();
        MeetingId mine = meetings.plan(made.id(), yesterday.atTime(19, 0));
        UUID point = meetings.itemId(mine, 2);
        DocumentId paper = meetings.attachPaper(point, "papier.pdf", 1);
        board.callAs(() -> minutes.recordAttendance(
                mine, Map.of(made.seats().get(0), AttendanceStatus.HOLDER), "Une invitée", yesterday.atTime(19, 5)));
        int version = meetings.agenda(mine).points().get(1).version();
        board.runAs(() -> minutes.saveItemMinutes(point, version, "ébauche-du-procès-verbal"));

        MeetingId other = meetings.plan(made.id(), yesterday.minusDays(30).atTime(19, 0));
        UUID theirs = meetings.itemId(other, 2);
        DocumentId others = meetings.attachPaper(theirs, "papier-des-autres.pdf", 1);
        board.callAs(() -> minutes.recordAttendance(
                other,
                Map.of(made.seats().get(0), AttendanceStatus.HOLDER),
                "",
                yesterday.minusDays(30).atTime(19, 0)));
        UUID resolution = board.callAs(
                () -> resolutions.record(theirs, ResolutionFacts.unanimous("résolution-des-autres", null, null)));

        Map<String, String> known = new LinkedHashMap<>();
        known.put("the secret itself", "");
        known.put("its meeting", mine.value().toString());
        known.put("its paper", paper.value().toString());
        known.put("its point", point.toString());
        known.put("another meeting", other.value().toString());
        known.put("a paper of it", others.value().toString());
        known.put("its resolution", resolution.toString());
        known.put("the body", made.id().value().toString());
        known.put("a member", made.holders().get(0).value().toString());
        return new SharedMeeting(mine, paper, others, known);
    }

    /** As a visitor without an account, with the secret in every possible place. */
    private MockHttpServletResponse ask(HttpMethod method, String at, String secret) {
        int number = NETWORK.incrementAndGet();
        var request = mvc.method(method)
                .uri(java.net.URI.create(at + (at.contains("?") ? "&" : "?") + "secret=" + secret + "&token=" + secret))
                .with(csrf())
                .with(sent -> {
                    sent.setRemoteAddr("10." + (number >> 8) % 256 + "." + number % 256 + ".7");
                    return sent;
                });
        request = number % 2 == 0
                ? request.header("Authorization", "Bearer " + secret)
                : request.cookie(new Cookie("session", secret), new Cookie("__Host-session", secret));
        return request.exchange().getResponse();
    }

    private Map<String, List<HttpMethod>> routes() {
        Map<String, List<HttpMethod>> routes = new TreeMap<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            String home = Objects.requireNonNull(handler.getBeanType().getPackageName());
            if (home.startsWith("org.convergence.") && !home.startsWith("org.convergence.testing")) {
                for (String path : info.getPatternValues()) {
                    List<HttpMethod> methods = routes.computeIfAbsent(path, any -> new ArrayList<>());
                    info.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> methods.add(HttpMethod.valueOf(method.name())));
                }
            }
        });
        return routes;
    }
}
