package org.convergence.platform.mail.domain;

import java.util.List;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sends waiting letters to a test's mail server, completed by the real completers. */
@Component
public class TestLetterSender {

    private final JdbcOutbox box;
    private final ObjectProvider<BodyCompleter> completers;
    private final OrganisationSettings settings;

    TestLetterSender(JdbcOutbox box, ObjectProvider<BodyCompleter> completers, OrganisationSettings settings) {
        this.box = box;
        this.completers = completers;
        this.settings = settings;
    }

    /** Sends to a server on this machine. */
    public void carry(int port) {
        List<BodyCompleter> all = completers.stream().toList();
        new LetterSender(box, all, settings, "smtp://127.0.0.1:" + port + "?tls=never", "convergence@exemple.org")
                .sendDue();
    }
}
