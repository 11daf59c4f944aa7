package org.convergence.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.convergence.bench.PageBench.BenchPageAddress;
import org.convergence.platform.database.Keyset;

/** The pages to measure, and their address on an installation. */
final class BenchPages {

    private static final int FAR = 20_000;
    private static final String ASSEMBLY = "/outreach/assembly";

    private static final String DONOR = "SELECT person FROM resources.gift WHERE person IS NOT NULL LIMIT 1";
    private static final String MISSION =
            "SELECT id FROM safety.mission WHERE state = 'APPROVED' ORDER BY starts_on DESC, id LIMIT 1";
    private static final String SESSION =
            "SELECT id FROM education.workshop_session WHERE closed_on IS NOT NULL ORDER BY day DESC, id DESC LIMIT 1";
    private static final String COHORT = "SELECT id FROM education.internship_call ORDER BY starts_on DESC LIMIT 1";
    private static final String EVENT = "/outreach/event";
    private static final String CODE =
            "SELECT o.code FROM outreach.event_order o JOIN outreach.event e ON e.id = o.event WHERE e.state = 'OPEN' ORDER BY o.id LIMIT 1";
    private static final String APPEAL = "SELECT id FROM resources.appeal WHERE fund IS NOT NULL LIMIT 1";

    private static final String AGREEMENT = "/resources/grant/agreement/";
    private static final String OLDEST_OPEN =
            "SELECT id FROM resources.grant_agreement WHERE closed_on IS NULL AND ends_on >= current_date ORDER BY ends_on LIMIT 1";
    private static final String SPENDING = "/resources/spending";
    private static final String PROJECT = "SELECT id FROM cooperation.project ORDER BY starts_on DESC LIMIT 1";

    private static final String NEWSLETTER = "/outreach/newsletter";
    private static final String SEGMENT = "/directory/segment";
    private static final String ISSUE = "SELECT id FROM outreach.newsletter ORDER BY number DESC LIMIT 1";
    private static final String KIT = "SELECT id FROM outreach.relay_kit ORDER BY created_at DESC LIMIT 1";

    private BenchPages() {}

    /** The pages by name, in order. Names that begin with “search” have the limit of searches. */
    static Map<String, BenchPageAddress> all() {
        Map<String, BenchPageAddress> pages = new LinkedHashMap<>();
        pages.put("today", database -> "/");
        pages.put("plan page", BenchPages::plan);
        pages.put("plan grid", database -> plan(database) + "/grid");
        pages.put("progress through the API", database -> "/api/v1/plans/" + currentPlan(database) + "/progress");
        pages.put("realisations, first page", database -> "/plan/realisation");
        pages.put("realisations, after row 20,000", database -> "/plan/realisation?after=" + realisation(database));
        pages.put(
                "realisations through the API, after row 20,000",
                database -> "/api/v1/realisations?limit=50&after=" + realisation(database));
        pages.put("search, misspelled name", database -> "/search?q=awashich");
        pages.put("search, two words", database -> "/search?q=travail+migrant");
        pages.put("search, rare word in minutes", database -> "/search?q=caravane");
        pages.put("report page", database -> "/plan/report/" + lastReport(database, "id"));
        pages.put("week sheet", BenchPages::week);
        pages.put("weeks to approve", database -> "/plan/time/sheets");
        pages.put("capacity", database -> "/plan/time/capacity");
        pages.put(
                "hours through the API, after row 20,000",
                database -> "/api/v1/time-entries?limit=50&after=" + entry(database));
        pages.put("connected calendars", database -> "/plan/calendar");
        pages.put("meetings", database -> ASSEMBLY + "/meetings");
        pages.put("planned meeting", database -> meeting(database, "PLANNED"));
        pages.put("draft minutes", database -> meeting(database, "HELD") + "/minutes");
        pages.put("resolutions, first page", database -> ASSEMBLY + "/resolutions");
        pages.put("resolutions, after row 10,000", database -> ASSEMBLY + "/resolutions?after=" + resolution(database));
        pages.put("search in resolutions", database -> ASSEMBLY + "/resolutions?q=caravane");
        pages.put("follow-ups", database -> ASSEMBLY + "/follow-ups");
        pages.put("positions", database -> "/advocacy/position");
        pages.put("search in positions, by a quote", database -> "/advocacy/position?q=caravane");
        pages.put("urgent actions", database -> "/advocacy/urgentaction?over=true");
        pages.put("urgent action of 500 signatures", database -> "/advocacy/urgentaction/" + action(database, "id"));
        pages.put("its public page", database -> "/public/urgent-action/" + action(database, "year || '-' || number"));
        pages.put("decision-makers", database -> "/advocacy/dialogue");
        pages.put("lobby registers", database -> "/advocacy/dialogue/lobby");
        pages.put("watch", database -> "/cooperation/watch");
        pages.put("page of a country", database -> "/safety/guide/CO");
        pages.put("register of advisories", database -> "/safety/guide");
        pages.put("register of risks", database -> "/safety/risk");
        pages.put("missions", database -> "/safety/mission");
        pages.put("mission under way", database -> "/safety/mission/" + database.queryValue(MISSION));
        pages.put("workshop requests", database -> "/education/workshop/requests");
        pages.put(
                "workshop sessions, after row 5,000",
                database -> "/education/workshop/sessions?past=true&after=" + session(database));
        pages.put(
                "workshop session with its evaluation",
                database -> "/education/workshop/sessions/" + database.queryValue(SESSION));
        pages.put("cohort of interns", database -> "/education/internship/" + database.queryValue(COHORT));
        pages.put("gifts", database -> "/resources/gift");
        pages.put("gifts of a donor", database -> "/resources/gift?donor=" + database.queryValue(DONOR));
        pages.put("appeal with half of the gifts", database -> "/resources/appeal/" + database.queryValue(APPEAL));
        pages.put(
                "fund with half of the gifts",
                database -> "/resources/fund/" + database.queryValue("SELECT fund FROM resources.appeal LIMIT 1"));
        pages.put("agreement with its expenses", database -> AGREEMENT + database.queryValue(OLDEST_OPEN));
        pages.put("all agreements", database -> AGREEMENT + "overview");
        pages.put("expenses", database -> SPENDING);
        pages.put("expenses of an agreement", database -> SPENDING + "?budget=" + database.queryValue(OLDEST_OPEN));
        pages.put("expenses that wait for the accountant", database -> SPENDING + "/queue");
        pages.put("project", BenchPages::project);
        pages.put("results of a project", database -> project(database) + "/results");
        pages.put("results of a project, all periods", database -> project(database) + "/results?period=all");
        pages.put("framework of a project", database -> project(database) + "/framework");
        pages.put("events that are over", database -> EVENT + "?over=true");
        pages.put("event with its registrations", BenchPages::event);
        pages.put("registrations of an event, by a name", database -> event(database) + "?q=visite+17");
        pages.put("door of an event, by a name", database -> event(database) + "/door?q=visite+17");
        pages.put("door of an event, by a code", database -> event(database) + "/door?q=" + database.queryValue(CODE));
        pages.put("tables of an event, to print", database -> event(database) + "/tables");
        pages.put("issues of the newsletter", database -> NEWSLETTER);
        pages.put("issue with its outcome", database -> NEWSLETTER + "/" + database.queryValue(ISSUE));
        pages.put(
                "issue of the public archive",
                database -> "/public/website/archive/"
                        + database.queryValue("SELECT max(number) FROM outreach.newsletter"));
        pages.put("relay kits", database -> "/outreach/relay");
        pages.put("kit with its relays", database -> "/outreach/relay/" + database.queryValue(KIT));
        pages.put("segments", database -> SEGMENT);
        pages.put("number of a segment being written", database -> SEGMENT + "/size?c-function=d%C3%A9l%C3%A9gu");
        return pages;
    }

    /** The project whose values are the latest, with five thousand of them. */
    private static String project(BenchDatabase database) throws SQLException, IOException {
        return "/cooperation/project/" + database.queryValue(PROJECT);
    }

    private static String event(BenchDatabase database) throws SQLException, IOException {
        return EVENT + "/"
                + database.queryValue("SELECT id FROM outreach.event WHERE state = 'OPEN' ORDER BY day DESC LIMIT 1");
    }

    static String plan(BenchDatabase database) throws SQLException, IOException {
        return "/plan/actionplan/" + currentPlan(database);
    }

    private static String currentPlan(BenchDatabase database) throws SQLException, IOException {
        return database.queryValue(
                "SELECT id FROM plan.actionplan_plan WHERE status = 'ADOPTED' ORDER BY period_from DESC LIMIT 1");
    }

    /** A column of the report of the last finished year. */
    static String lastReport(BenchDatabase database, String column) throws SQLException, IOException {
        return database.queryValue("SELECT " + column + " FROM plan.report ORDER BY period_to DESC LIMIT 1");
    }

    /** The current week, still to be filled in, with proposals from recent work. */
    private static String week(BenchDatabase database) throws SQLException, IOException {
        return "/plan/time/week/" + database.queryValue("SELECT to_char(current_date, 'IYYY-\"W\"IW')");
    }

    private static String meeting(BenchDatabase database, String state) throws SQLException, IOException {
        return ASSEMBLY + "/meetings/"
                + database.queryValue("SELECT id FROM outreach.assembly_meeting WHERE state = '" + state
                        + "' ORDER BY begins DESC LIMIT 1");
    }

    private static String action(BenchDatabase database, String column) throws SQLException, IOException {
        return database.queryValue("SELECT " + column + " FROM advocacy.urgentaction WHERE state = 'OUT'");
    }

    private static String realisation(BenchDatabase database) throws SQLException, IOException {
        return cursor(database, "ends_on", "plan.realisation WHERE state <> 'WITHDRAWN'", FAR);
    }

    private static String entry(BenchDatabase database) throws SQLException, IOException {
        return cursor(database, "day", "plan.time_entry", FAR);
    }

    private static String resolution(BenchDatabase database) throws SQLException, IOException {
        String rows = "(SELECT r.id, m.begins::date AS day FROM outreach.assembly_resolution r"
                + " JOIN outreach.assembly_meeting m ON m.id = r.meeting) AS all_of_them";
        return cursor(database, "day", rows, FAR / 2);
    }

    private static String session(BenchDatabase database) throws SQLException, IOException {
        String rows = "education.workshop_session WHERE state IN ('HELD', 'CANCELLED') OR day < current_date";
        return cursor(database, "day", rows, FAR / 4);
    }

    /** The cursor after the row of this number, the latest day first. */
    private static String cursor(BenchDatabase database, String day, String rows, int row)
            throws SQLException, IOException {
        String place = database.queryValue("SELECT " + day + " || ' ' || id FROM " + rows + " ORDER BY " + day
                + " DESC, id DESC" + " OFFSET " + (row - 1) + " LIMIT 1");
        return Keyset.of((Object[]) place.split(" ", -1)).encode();
    }
}
