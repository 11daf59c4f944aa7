package org.convergence.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.convergence.identity.Role;
import org.convergence.outreach.assembly.BoardFixture;
import org.convergence.outreach.assembly.MeetingFixture;
import org.convergence.outreach.assembly.MeetingId;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.MeansId;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.calendar.CalendarFeedServer;
import org.convergence.plan.calendar.domain.CalendarConnectionService;
import org.convergence.plan.mailbox.domain.ForwardingAddressService;
import org.convergence.plan.realisation.RealisationFixture;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.resources.dues.CallId;
import org.convergence.safety.mission.domain.SilentTravellerFixture;
import org.convergence.testing.ChildProcess;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestDatabase;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A crash while a calendar is read, a notice is sent, a mail is received, a missing check-in escalates, a plan is copied,
 * dues are invoiced, their letters leave and bank lines are tied: each step is undone, and after the next start each is done exactly once; a
 * letter already received by its server is sent again under the same Message-ID.
 */
@ModuleTest
@Tag("slow")
class WeekCrashTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final GreenMail post = new GreenMail(new ServerSetup[] {
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
        new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
    });
    private final CalendarFeedServer feed = new CalendarFeedServer();

    @TempDir
    Path folder;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private BoardFixture board;

    @Autowired
    private MeetingFixture meetings;

    @Autowired
    private RealisationFixture ground;

    @Autowired
    private CalendarConnectionService calendars;

    @Autowired
    private ForwardingAddressService addresses;

    @Autowired
    private WeekMoneyFixture money;

    @Autowired
    private SilentTravellerFixture silence;

    @Autowired
    private TestDatabase database;

    @Autowired
    private JdbcClient db;

    @Value("${convergence.keys.dir}")
    private String keys = "";

    @BeforeEach
    void open() {
        post.start();
        visitors.ensureOrganisation();
    }

    @AfterEach
    void close() {
        post.stop();
        feed.close();
    }

    @Test
    void crashLosesNothingAndRepeatsNothing() throws Exception {
        Actor maryse = someone();
        feed.event("a", "Ancienne", 3);
        CurrentActor.runAs(maryse, () -> calendars.connect(calendars.find(feed.address()), ""));
        db.sql("UPDATE plan.calendar_source SET next_at = now()").update();
        feed.clear();
        for (int n = 1; n <= 30; n++) {
            feed.event("r" + n, "Rencontre " + n, n);
        }
        aMailOf(maryse);
        MeetingId meeting = meetings.plan(board.addBoard().id(), LocalDateTime.of(2027, 3, 13, 19, 0));
        PlanId plan = aPlan();
        silence.prepare(Duration.ofMinutes(-125), 0);
        CallId call = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), money::prepareCall);
        CurrentActor.runAs(visitors.actor(Role.COORDINATOR), money::createBankLines);

        try (var middles = new HalfwayGate(database, WeekProgram.HALFWAY);
                var program = program(meeting, plan, call)) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .failFast("The program ended", () -> !program.isAlive())
                    .untilAsserted(() -> assertThat(middles.reached())
                            .as("%s", program.lines())
                            .isEqualTo(WeekProgram.HALFWAY.size()));
            program.kill();
            assertThat(program.lines()).noneMatch(line -> line.contains(" done"));
            middles.open();
            await().atMost(PATIENCE).until(() -> middles.reached() == 0);
        }
        // The server may still end the one statement that records a letter and claims the next, whose client is dead.
        int inFlight = (int) count("platform.mail_message WHERE state = 'SENDING'");
        assertSoftly(softly -> {
            softly.assertThat(titles()).containsExactly("Ancienne");
            softly.assertThat(count("outreach.assembly_notice")
                            + count("platform.mail_message WHERE purpose <> 'dues_invoice'"))
                    .as("notices")
                    .isZero();
            softly.assertThat(count("plan.mailbox_message") + count("plan.mailbox_taken") + count("platform.document"))
                    .as("mails")
                    .isZero();
            softly.assertThat(count("plan.actionplan_plan")).as("plans").isOne();
            softly.assertThat(silence.describe()).as("escalation").isEqualTo("0 steps, 0 letters");
            softly.assertThat(money.describeInvoices()).isEqualTo("25 shares, 25 told, 28 invoices, 0 gaps");
            softly.assertThat(money.describeTiedLines()).isEqualTo("1 tied, 1 payments of 111.11, 111.11 settled");
            softly.assertThat(inFlight).as("in flight").isBetween(0, 2);
        });

        // A calendar in progress is retried after ten minutes, a letter after five; let these pass.
        db.sql("UPDATE plan.calendar_source SET next_at = now()").update();
        db.sql("UPDATE platform.mail_message SET next_at = now() WHERE state = 'SENDING'")
                .update();
        try (var program = program(meeting, plan, call)) {
            await().atMost(PATIENCE).until(() -> program.lines().contains("week done") || !program.isAlive());
            assertThat(program.lines())
                    .contains("calendar done", "mail done", "notice done", "plan done", "plan done again")
                    .contains("alarm done", "alarm done again")
                    .contains("notice refused: assembly.refused.all-told")
                    .contains("dues done", "dues refused: dues.refused.nobody", "bank done", "bank done again");
            await().atMost(PATIENCE).until(() -> count("platform.mail_message WHERE state <> 'SENT'") == 0);
        }
        assertThat(titles()).hasSize(30).doesNotHaveDuplicates().doesNotContain("Ancienne");
        assertThat(received("Titulaire"))
                .as("one notice to each holder of a seat")
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(silence.describe()).isEqualTo("4 steps, 3 letters");
        assertThat(received("silence-"))
                .as("to the traveller, the security lead and the president")
                .hasSize(3)
                .doesNotHaveDuplicates();
        assertThat(received("membre").stream().distinct())
                .as("one invoice each")
                .hasSize(WeekMoneyFixture.BY_MAIL);
        assertThat(received("membre"))
                .as("a repeat of those in flight at most")
                .hasSizeBetween(WeekMoneyFixture.BY_MAIL, WeekMoneyFixture.BY_MAIL + inFlight);
        assertThat(received(WeekMoneyFixture.CUT_OFF).stream().distinct())
                .as("under one Message-ID")
                .hasSize(1);
        assertThat(money.describeInvoices()).isEqualTo("28 shares, 28 told, 31 invoices, 0 gaps");
        assertThat(money.describeRun()).isEqualTo("DONE at attempt 2: 28 issued, 4 mailed");
        assertThat(money.describeTiedLines()).isEqualTo("3 tied, 3 payments of 633.33, 633.33 settled");
        assertThat(count("plan.mailbox_message")).isOne();
        assertThat(count("platform.document")).isEqualTo(2);
        assertThat(count("plan.actionplan_plan")).isEqualTo(2);
        assertThat(count("plan.actionplan_action")).as("each line goes on once").isEqualTo(4);
    }

    private ChildProcess program(MeetingId meeting, PlanId plan, CallId call) throws Exception {
        Map<String, String> environment = new HashMap<>(database.environment());
        environment.put("PORT", "0");
        environment.put("CONVERGENCE_JOBS_ENABLED", "false");
        environment.put("CONVERGENCE_DATA_DIR", folder.toString());
        environment.put("CONVERGENCE_KEYS_DIR", Path.of(keys).toAbsolutePath().toString());
        environment.put("CONVERGENCE_ALLOWED_HOSTS", "localhost");
        environment.put(
                "CONVERGENCE_IMAP_URL",
                "imap://suivi:secret@127.0.0.1:" + post.getImap().getPort() + "?tls=never");
        environment.put("CONVERGENCE_IMAP_ADDRESS", "suivi@exemple.org");
        environment.put(
                "CONVERGENCE_SMTP_URL", "smtp://127.0.0.1:" + post.getSmtp().getPort() + "?tls=never");
        environment.put("CONVERGENCE_MAIL_FROM", "convergence@exemple.org");
        return ChildProcess.start(
                WeekProgram.class,
                environment,
                meeting.value().toString(),
                plan.value().toString(),
                call.value().toString());
    }

    private Actor someone() {
        visitors.createSignInLink("Maryse", "maryse@exemple.org", Role.STAFF);
        UUID id = db.sql("SELECT id FROM identity.account WHERE mail = 'maryse@exemple.org'")
                .query(UUID.class)
                .single();
        return new Actor(id, "Maryse", null, "fr", visitors.actor(Role.STAFF).permissions());
    }

    /** Forwards a mail with two attachments to Maryse's private address. */
    private void aMailOf(Actor maryse) throws Exception {
        String to = CurrentActor.callAs(maryse, () -> {
            addresses.open();
            return Objects.requireNonNull(addresses.findOwn().address());
        });
        GreenMailUser box = post.setUser("suivi@exemple.org", "suivi", "secret");
        box.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(WeekMail.to(to).getBytes(StandardCharsets.UTF_8))));
    }

    private PlanId aPlan() {
        PlanId plan = ground.plan("Plan d’action 2026-2027");
        MeansId means = ground.means(plan, "1.2", "Ateliers");
        ground.action(plan, means, "Donner des ateliers");
        ActionId comic = ground.action(plan, means, "Écrire une bande dessinée");
        db.sql("UPDATE plan.actionplan_action SET position = 2 WHERE id = ?")
                .param(comic.value())
                .update();
        return plan;
    }

    private List<String> titles() {
        return db.sql("SELECT title FROM plan.calendar_entry")
                .query(String.class)
                .list();
    }

    private long count(String what) {
        return db.sql("SELECT count(*) FROM " + what).query(Long.class).single();
    }

    /** The letters to addresses with this prefix, each with its Message-ID. */
    private List<String> received(String address) {
        return Arrays.stream(post.getReceivedMessages())
                .map(WeekCrashTest::envelope)
                .filter(each -> each.startsWith(address))
                .toList();
    }

    private static String envelope(MimeMessage message) {
        try {
            return message.getAllRecipients()[0] + " " + message.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
