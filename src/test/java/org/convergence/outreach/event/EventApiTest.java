package org.convergence.outreach.event;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.convergence.identity.Role;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.MovingClock;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Events, orders and check-ins in the API. */
@ModuleTest
class EventApiTest {

    private static final String EVENTS = "/api/v1/events";

    @Autowired
    private EventFixture fixture;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers users;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private MovingClock clock;

    private String staff = "";
    private String volunteer = "";

    @BeforeEach
    void prepare() {
        fixture.prepare();
        staff = users.createToken(Role.STAFF);
        volunteer = users.createToken(Role.VOLUNTEER);
    }

    @Test
    void sellsNeverAboveTheQuotaAndReportsDoubles() {
        assertThat(post(staff, EVENTS, event(", \"draw\": true")).getStatus()).isEqualTo(422);
        Object event = read(
                post(staff, EVENTS, event(", \"quota\": 10, \"reduced\": 50, \"regular\": 90, \"support\": 140")),
                "$.id");
        String orders = EVENTS + "/" + event + "/orders";
        MockHttpServletResponse first =
                post(staff, orders, "{\"seats\": 8, \"name\": \"Ana\", \"needs\": [\"VEGAN\"]}");
        assertThat(first.getStatus()).as("%s", read(first, "$")).isEqualTo(201);
        assertThat(read(first, "$.sold")).isEqualTo(8);
        MockHttpServletResponse second = post(staff, orders, "{\"seats\": 8, \"name\": \"Bao\", \"language\": \"en\"}");
        assertThat(read(second, "$.state")).isEqualTo("WAITING");
        assertThat(fixture.count("outreach.event_order WHERE language = 'en'")).isOne();
        assertThat(read(second, "$.sold")).isEqualTo(8);
        assertThat(post(staff, orders, "{\"seats\": 2}").getStatus())
                .as("named later")
                .isEqualTo(201);
        assertThat(post(staff, orders, "{\"seats\": 0, \"name\": \"Bao\"}").getStatus())
                .isEqualTo(422);
        assertThat(post(staff, orders, "{\"seats\": 1, \"name\": \"Bao\", \"language\": \"de\"}")
                        .getStatus())
                .as("no letters in German")
                .isEqualTo(422);
        assertThat(post(volunteer, orders, "{\"seats\": 1, \"name\": \"Bao\"}").getStatus())
                .isEqualTo(403);

        String checkIns = EVENTS + "/" + event + "/check-ins";
        Object code = read(first, "$.code");
        String body = "{\"code\": \"" + code + "\"}";
        assertThat(read(post(volunteer, checkIns, body), "$.admitted")).isEqualTo(8);
        MockHttpServletResponse again = post(staff, checkIns, body);
        assertThat(read(again, "$.admitted")).isEqualTo(0);
        assertThat(read(again, "$.doubles")).isEqualTo(8);
        assertThat(post(volunteer, checkIns, "{\"code\": \"ZZZZ\"}").getStatus())
                .isEqualTo(404);
        String seats = "\"seats\": [\"" + fixture.seat() + "\"]";
        assertThat(read(post(volunteer, checkIns, "{" + seats + ", \"move\": \"LEAVE\"}"), "$.moved"))
                .isEqualTo(1);
        assertThat(fixture.count("outreach.event_seat WHERE left_at IS NOT NULL"))
                .isOne();
        assertThat(read(post(volunteer, checkIns, "{" + seats + ", \"move\": \"RETURN\"}"), "$.moved"))
                .isEqualTo(1);
        assertThat(post(volunteer, checkIns, "{\"move\": \"LEAVE\"}").getStatus())
                .isEqualTo(422);
        assertThat(post(volunteer, checkIns, "{}").getStatus()).isEqualTo(422);
        String many = "\"" + fixture.seat() + "\"" + (", \"" + fixture.seat() + "\"").repeat(500);
        assertThat(post(volunteer, checkIns, "{\"seats\": [" + many + "]}").getStatus())
                .isEqualTo(422);
    }

    /** Vector 6, in the API: from the seventh day on needs are null, and their totals are told. */
    @Test
    void needsAreNullFromTheSeventhDayOnAndTheirTotalsStay() {
        Object event = read(post(staff, EVENTS, event(", \"quota\": 5")), "$.id");
        post(staff, EVENTS + "/" + event + "/orders", "{\"seats\": 1, \"name\": \"Ana\", \"needs\": [\"VEGAN\"]}");
        assertThat(read(get(EVENTS + "/" + event), "$.needs.VEGAN")).isEqualTo(1);
        clock.advance(Duration.ofDays(6));
        assertThat(read(get(EVENTS + "/" + event), "$.needs.VEGAN")).isEqualTo(1);
        clock.advance(Duration.ofDays(1));
        assertThat(read(get(EVENTS + "/" + event), "$"))
                .as("before the night in which they are erased")
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .extractingByKey("needs")
                .isNull();
        fixture.sweep();
        MockHttpServletResponse later = get(EVENTS + "/" + event);
        assertThat(read(later, "$"))
                .asInstanceOf(InstanceOfAssertFactories.MAP)
                .extractingByKey("needs")
                .isNull();
        assertThat(read(later, "$.needTotals.VEGAN")).isEqualTo(1);
        assertThat(read(later, "$.quotas[0].sold")).isEqualTo(1);
    }

    /** Vector 4, in the API: no answer tells more seats sold than the quota, also when all order at once. */
    @Test
    void soldIsNeverAboveTheQuotaWhenManyOrderAtOnce() throws Exception {
        Object event = read(post(staff, EVENTS, event(", \"quota\": 100")), "$.id");
        String orders = EVENTS + "/" + event + "/orders";
        assertThat(read(post(staff, orders, "{\"seats\": 95, \"name\": \"Ana\"}"), "$.sold"))
                .isEqualTo(95);
        List<Callable<MockHttpServletResponse>> buyers = new ArrayList<>();
        for (int i = 0; i < 13; i++) {
            String body = "{\"seats\": %d, \"name\": \"Bao %d\"}".formatted(i % 4 == 1 ? 8 : 1, i);
            buyers.add(() -> post(staff, orders, body));
        }
        List<Integer> sold = new ArrayList<>();
        ExecutorService all = Executors.newFixedThreadPool(buyers.size());
        try {
            for (Future<MockHttpServletResponse> each : all.invokeAll(buyers)) {
                assertThat(each.get().getStatus()).isEqualTo(201);
                sold.add(Integer.valueOf(String.valueOf(read(each.get(), "$.sold"))));
            }
        } finally {
            all.shutdown();
        }
        assertThat(sold).allMatch(each -> each <= 100).contains(100);
        assertThat(read(get(EVENTS + "/" + event), "$.quotas[0].sold")).isEqualTo(100);
        assertThat(fixture.count("outreach.event_order WHERE state = 'CONFIRMED' AND seats = 1"))
                .isEqualTo(5);
    }

    @Test
    void anOrderSentAgainWithoutKeyWithinHalfAMinuteIsOne() {
        Object event = read(post(staff, EVENTS, event(", \"quota\": 3")), "$.id");
        String orders = EVENTS + "/" + event + "/orders";
        String body = "{\"seats\": 2, \"name\": \"Ana\"}";
        MockHttpServletResponse first = post(staff, null, orders, body);
        MockHttpServletResponse again = post(staff, null, orders, body);
        assertThat(read(again, "$.id")).isEqualTo(read(first, "$.id"));
        assertThat(read(again, "$.sold")).isEqualTo(2);
        assertThat(read(post(staff, orders, body), "$.state")).as("under a key").isEqualTo("WAITING");
        assertThat(new String(
                        post(staff, orders, "{\"seats\": 1, \"name\": \"Bao\", \"purchaseOrder\": \"12\"}")
                                .getContentAsByteArray(),
                        StandardCharsets.UTF_8))
                .contains("\"field\":\"purchaseOrder\"");
    }

    private String event(String more) {
        return "{\"name\": \"Conférence\", \"day\": \"" + settings.today() + "\"" + more + "}";
    }

    /** With a new token: earlier ones expire as the clock moves. */
    private MockHttpServletResponse get(String address) {
        MockHttpServletResponse response = mvc.get()
                .uri(address)
                .header("Authorization", "Bearer " + users.createToken(Role.STAFF))
                .exchange()
                .getResponse();
        assertThat(response.getStatus()).as("%s", read(response, "$")).isEqualTo(200);
        return response;
    }

    private static @Nullable Object read(MockHttpServletResponse response, String path) {
        return JsonPath.read(new String(response.getContentAsByteArray(), StandardCharsets.UTF_8), path);
    }

    private MockHttpServletResponse post(String token, String address, String body) {
        return post(token, UUID.randomUUID().toString(), address, body);
    }

    private MockHttpServletResponse post(String token, @Nullable String key, String address, String body) {
        var request = mvc.post()
                .uri(address)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
        return (key == null ? request : request.header("Idempotency-Key", key))
                .exchange()
                .getResponse();
    }
}
