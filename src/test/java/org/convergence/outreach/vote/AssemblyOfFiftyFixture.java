package org.convergence.outreach.vote;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.convergence.cooperation.fieldwork.PartnerPhone;
import org.convergence.identity.Role;
import org.convergence.outreach.vote.domain.BallotService;
import org.convergence.resources.membership.CategoryId;
import org.convergence.testing.Pages;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Sixteen members of an assembly, who name fifty delegates, and the two phones by which these come in. */
abstract class AssemblyOfFiftyFixture extends MandateMoveFixture {

    private static final int FEDERATIONS = 5;
    private static final int UNIONS = 9;

    static final int CARDS = 17 * (1 + FEDERATIONS) + 2 * (1 + UNIONS);

    private static final Duration FAST = Duration.ofMinutes(90);

    /** The links of members, and of the delegates who replied to their notice. */
    final Map<String, String> links = new HashMap<>();

    private int sequence;

    /** Sixteen members with their number of delegates. */
    Map<String, Integer> admitMembers() {
        Map<String, Integer> members = new LinkedHashMap<>();
        CategoryId unions = new CategoryId(db.sql("SELECT id FROM resources.membership_category WHERE code = 'B'")
                .query(UUID.class)
                .single());
        IntStream.rangeClosed(1, FEDERATIONS).forEach(each -> members.put("Fédération " + each, 5));
        IntStream.rangeClosed(1, UNIONS).forEach(each -> members.put("Union " + each, 2));
        board.runAs(() -> members.forEach((name, delegates) -> {
            admit(name, unions, delegates == 5 ? 20_000 : 500);
            db.sql("UPDATE directory.people_organisation SET contact_points = ?::jsonb WHERE name = ?")
                    .params(
                            "[{\"channel\": \"MAIL\", \"sphere\": \"PROFESSIONAL\", \"value\": \""
                                    + name.replaceAll("\\W", "") + "@exemple.org\"}]",
                            name)
                    .update();
        }));
        members.put("Fédération des grands vents", 5);
        members.put("Syndicat du petit port", 2);
        return members;
    }

    /** All members but two name their delegates by their link. */
    void nameDelegates(Map<String, Integer> members) {
        links.put("Fédération des grands vents", ask());
        members.forEach((member, delegates) -> {
            if (isSilent(member)) {
                return;
            }
            String link = links.computeIfAbsent(
                    member,
                    name -> complete(
                            "vote_mandate",
                            db.sql("SELECT m.id FROM outreach.vote_mandate m JOIN directory.people_organisation_name o"
                                            + " ON o.id = m.organisation WHERE m.meeting = ? AND o.name = ?")
                                    .params(meeting.value(), name)
                                    .query(UUID.class)
                                    .single()));
            List<String> fields = new ArrayList<>(List.of("signedBy", "Luz Vega", "authority", "présidence"));
            for (int place = 1; place <= delegates; place++) {
                fields.addAll(List.of("delegate-" + place, person(member, place)));
                fields.addAll(List.of("delegate-mail-" + place, "p" + place + member.hashCode() + "@exemple.org"));
            }
            assertThat(send(link, fields.toArray(String[]::new))).as(member).hasStatus(303);
        });
    }

    private static boolean isSilent(String member) {
        return member.equals("Fédération 5") || member.equals("Syndicat du petit port");
    }

    private static String person(String member, int place) {
        return member.endsWith("vents") ? "Éva " + place : "Personne " + place + " de " + member;
    }

    /** Each comes by one of two phones; the clock of the second is fast, and a few are noted at both. */
    void comeIn(Map<String, Integer> members) {
        String door =
                Pages.location(pages.as(Role.VOLUNTEER).post("/platform/door/assembly/" + meeting.value() + "/open"));
        var phone = new PartnerPhone(mvc, pages, door);
        int came = 0;
        for (Map.Entry<String, Integer> member : members.entrySet()) {
            for (int place = 1; place <= member.getValue(); place++, came++) {
                String name = person(member.getKey(), place);
                String move = isSilent(member.getKey())
                        ? "\"move\": \"ADD\", \"guests\": [\""
                                + delegation(member.getKey()).id().value() + "\"], \"alias\": \"" + UUID.randomUUID()
                                + "\", \"name\": \"" + name + "\""
                        : "\"move\": \"ENTER\", \"guests\": [\"" + named(name) + "\"]";
                assertThat(outcome(note(phone, move, came % 2 == 0))).as(name).isEqualTo("DONE");
                if (came % 10 == 0) {
                    assertThat(outcome(note(phone, again(move), came % 2 == 1)))
                            .as("%s, at the other door", name)
                            .isEqualTo("DOUBLE");
                }
            }
            if (came == 5 * FEDERATIONS) {
                assertThat(main(Role.STAFF, url()))
                        .as("five of sixteen members")
                        .contains("il n’y a pas quorum");
            }
        }
        assertThat(came).isEqualTo(50);
        assertThat(main(Role.STAFF, url())).contains(CARDS + " cartons présents sur " + CARDS, "le quorum est atteint");
        assertThat(db.sql("SELECT count(*) FROM outreach.vote_delegate s JOIN outreach.vote_delegation d"
                                + " ON d.id = s.delegation WHERE d.meeting = ? AND s.arrived_at > ?")
                        .params(meeting.value(), Timestamp.from(clock.instant()))
                        .query(Integer.class)
                        .single())
                .as("nobody came in the future")
                .isZero();
    }

    private MvcTestResult note(PartnerPhone phone, String move, boolean byFirst) {
        long fast = byFirst ? 0 : FAST.toMillis();
        return phone.send(
                byFirst ? "first" : "second",
                ++sequence,
                "{" + move + ", \"letterSeen\": true, \"at\": "
                        + (clock.instant().toEpochMilli() + fast) + ", \"offset\": " + -fast + "}");
    }

    private static String outcome(MvcTestResult answer) {
        return JsonPath.read(Pages.text(answer), "$.answers[0].outcome");
    }

    /** The same move, noted for the first time on another phone. */
    private static String again(String move) {
        return move.replaceFirst("\"alias\": \"[^\"]*\"", "\"alias\": \"" + UUID.randomUUID() + "\"");
    }

    static String ballotAt(String notice) {
        return notice.replace("/outreach/assembly/link/", BallotService.PATH);
    }
}
