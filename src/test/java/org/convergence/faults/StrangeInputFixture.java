package org.convergence.faults;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.convergence.identity.Role;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.Blueprints;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.PlanTree;
import org.convergence.plan.reading.domain.PlanImportService;
import org.convergence.plan.realisation.Amounts;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.plan.realisation.RealisationRecorder;
import org.convergence.plan.realisation.RecordRealisationCommand;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.TestUsers;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Strange values, every route, and the expected form of an answer. */
abstract class StrangeInputFixture {

    static final List<String> STRANGE = List.of(
            "a\u0000b",
            "\uD800",
            "\uD83C\uDF31".repeat(200),
            "é".repeat(30_000),
            "-1",
            "999999999999999999999",
            "2026-02-30",
            "+999999999-12-31",
            "not-a-uuid",
            "00000000-0000-7000-8000-00000000000f",
            "' OR 1=1 --",
            "<script>alert(1)</script>",
            "{0}'{#",
            "\r\nSet-Cookie: a=b",
            "1e999",
            "NaN",
            "\u202Eabc",
            "   ",
            "HiExXw");

    /** The usual values of fields, so that a request passes the first check. */
    static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("title", "Atelier"),
            Map.entry("text", "Un texte."),
            Map.entry("name", "Une personne"),
            Map.entry("mail", "une@exemple.org"),
            Map.entry("reason", "Faute de moyens"),
            Map.entry("body", "AGA"),
            Map.entry("date", "2026-03-10"),
            Map.entry("decidedOn", "2026-03-10"),
            Map.entry("on", "2026-03-10"),
            Map.entry("from", "2026-03-10"),
            Map.entry("to", "2026-03-11"),
            Map.entry("until", "2026-03-11"),
            Map.entry("kind", "ANNUAL"),
            Map.entry("level", "ACTION"),
            Map.entry("commitment", "FIRM"),
            Map.entry("measure", "HOURS"),
            Map.entry("target", "3"),
            Map.entry("number", "3"),
            Map.entry("state", "POSTPONED"),
            Map.entry("role", "STAFF"),
            Map.entry("version", "1"),
            Map.entry("days", "3"),
            Map.entry("natures", "READ"),
            Map.entry("quietWeeks", "5"),
            Map.entry("when", "today"),
            Map.entry("where", "QC-06"),
            Map.entry("language", "fr"),
            Map.entry("count", "3"));

    static final Pattern VARIABLE = Pattern.compile("\\{([^}:]*)[^}]*\\}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvcTester browser;

    @Autowired
    TestUsers visitors;

    @Autowired
    ActionPlans plans;

    @Autowired
    PlanImportService reading;

    @Autowired
    RealisationRecorder realisations;

    @Autowired
    JdbcClient db;

    final Map<String, List<String>> wrong = new TreeMap<>();
    Actor everyone = Actor.VISITOR;
    int sent;

    record Route(HttpMethod method, String path, String module) {}

    @BeforeEach
    void ensureOrganisation() {
        visitors.ensureOrganisation();
        everyone = visitors.actor(Role.COORDINATOR, Role.ADMINISTRATOR);
        db.sql("INSERT INTO identity.account (id, version, mail, name, created_at) VALUES (?, 1, ?, 'Une', now())"
                        + " ON CONFLICT DO NOTHING")
                .params(everyone.id(), "une-seule@exemple.org")
                .update();
    }

    void send(Route route, String address, Map<String, String> fields) {
        boolean part = ++sent % 2 == 0;
        var request = browser.method(route.method())
                .uri(URI.create(address))
                .with(csrf())
                .with(visitors.as(Role.COORDINATOR, Role.ADMINISTRATOR));
        if (part) {
            request = request.header("HX-Request", "true");
        }
        for (Map.Entry<String, String> field : fields.entrySet()) {
            request = request.param(field.getKey(), field.getValue());
        }
        MockHttpServletResponse answer = request.exchange().getResponse();
        String what = route.method() + " " + route.path() + " → " + answer.getStatus();
        if (answer.getStatus() >= 500) {
            note(what, shown(fields, address));
        } else if (answer.getStatus() >= 400 && !isInItsForm(answer, route.path(), part)) {
            note(what + " is not in its form", shown(fields, address));
        }
    }

    /** A problem document for the API, a fragment for htmx, else a page with heading and language. */
    static boolean isInItsForm(MockHttpServletResponse answer, String path, boolean part) {
        String body = new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        String type = String.valueOf(answer.getContentType());
        if (path.startsWith("/api/")) {
            return type.equals("application/problem+json") && body.contains("\"detail\"");
        }
        Document page = Jsoup.parse(body);
        boolean whole = body.contains("<html");
        boolean said = whole
                ? !page.select("h1").text().isBlank()
                        && !page.select("html").attr("lang").isEmpty()
                : part && !page.text().isBlank();
        // A form comes back as its page; any other address as a fragment.
        boolean form = List.of(422, 409, 429).contains(answer.getStatus());
        return type.startsWith("text/html") && said && (form || whole != part);
    }

    static String shown(Map<String, String> fields, String address) {
        String odd = fields.entrySet().stream()
                .filter(field -> STRANGE.contains(field.getValue()))
                .findFirst()
                .map(field -> field.getKey() + "="
                        + field.getValue()
                                .substring(0, Math.min(20, field.getValue().length())))
                .orElse("");
        return odd + " " + address.substring(0, Math.min(160, address.length()));
    }

    void note(String what, String where) {
        wrong.computeIfAbsent(what, any -> new ArrayList<>()).add(where);
    }

    static String at(Route route, Map<String, String> targets) {
        return filled(
                route,
                variable -> targets.getOrDefault(
                        route.module() + "." + variable,
                        targets.getOrDefault(variable, "00000000-0000-7000-8000-000000000000")));
    }

    static String filled(Route route, UnaryOperator<String> value) {
        return VARIABLE.matcher(route.path())
                .replaceAll(found -> Matcher.quoteReplacement(value.apply(found.group(1))));
    }

    /** Existing records, so that a request reaches the code behind it. */
    Map<String, String> createTargets() {
        Map<String, String> targets = new LinkedHashMap<>();
        CurrentActor.runAs(everyone, () -> {
            PlanId plan = plans.draftFrom(Blueprints.aSmallPlan());
            PlanTree.MeansNode means =
                    plans.tree(plan).objectives().get(0).means().get(0);
            targets.put("plan", plan.value().toString());
            targets.put("means", means.id().toString());
            targets.put("action", means.actions().get(0).id().toString());
            targets.put("line", means.actions().get(1).id().toString());
            targets.put("level", "action");
            targets.put("row", "1");
            targets.put(
                    "draft",
                    reading.createDraft(
                                    "plan.txt",
                                    new ByteArrayResource("Objectif 1 : Agir\n\n1.1 Faire\n\n- Une action.\n"
                                            .getBytes(StandardCharsets.UTF_8)))
                            .toString());
            targets.put(
                    "plan.realisation.id",
                    realisations
                            .record(RecordRealisationCommand.byHand(
                                    RealisationFixture.workshop("Atelier", java.time.LocalDate.of(2026, 3, 10)),
                                    Amounts.UNKNOWN,
                                    PlanAttribution.NOTHING,
                                    java.time.LocalDate.of(2026, 11, 1)))
                            .value()
                            .toString());
        });
        visitors.createSignInLink("Une personne", UUID.randomUUID() + "@exemple.org", Role.STAFF);
        targets.put(
                "account",
                db.sql("SELECT id FROM identity.account ORDER BY id DESC LIMIT 1")
                        .query(UUID.class)
                        .single()
                        .toString());
        targets.put(
                "grant",
                db.sql("SELECT id FROM identity.role_grant ORDER BY id DESC LIMIT 1")
                        .query(UUID.class)
                        .single()
                        .toString());
        return targets;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            String home = handler.getBeanType().getPackageName();
            if (home.startsWith("org.convergence.") && !home.startsWith("org.convergence.testing")) {
                String module = home.substring("org.convergence.".length()).replaceAll("\\.web$", "");
                for (String path : info.getPatternValues()) {
                    info.getMethodsCondition()
                            .getMethods()
                            .forEach(method -> routes.add(new Route(HttpMethod.valueOf(method.name()), path, module)));
                }
            }
        });
        routes.sort(java.util.Comparator.comparing(Route::path)
                .thenComparing(route -> route.method().name()));
        return routes;
    }
}
