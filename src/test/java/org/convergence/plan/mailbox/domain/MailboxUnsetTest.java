package org.convergence.plan.mailbox.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.keys.TextSealer;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An organisation whose mailbox is no longer connected, with private addresses of before. */
@ModuleTest
class MailboxUnsetTest {

    @Autowired
    private TestUsers users;

    @Autowired
    private ForwardingAddressService connected;

    @Autowired
    private JdbcClient db;

    @Autowired
    private TextSealer sealing;

    @Autowired
    private Clock clock;

    @Test
    void showsNoPrivateAddress() {
        users.ensureOrganisation();
        var unset = new ForwardingAddressService(new MailboxSettings("", "", ""), sealing, db, clock);
        CurrentActor.runAs(users.actor(Role.STAFF), () -> {
            connected.open();
            assertThat(connected.findOwn().address()).isNotNull();
            assertThat(unset.findOwn().address()).isNull();
        });
    }
}
