package org.convergence.cooperation.partner.domain;

import java.time.LocalDate;
import java.util.Map;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestFacts;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestState;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Receives requests by the public form. Which party of the directory asks is said by us, later. */
@Service
@Transactional
@Open("anyone may ask us to work together")
public class PublicPartnerRequestService {

    private static final Actor BY_FORM = Actor.system("partner form");

    private final JdbcClient db;
    private final OrganisationSettings settings;

    PublicPartnerRequestService(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    /**
     * The asker of a request, as typed.
     *
     * @param asker an organisation, in 1 to 200 characters
     * @param contactReach a mail address or a telephone
     * @param language code of the language in which the form was read
     */
    public record PartnerRequestAsker(String asker, String contactName, String contactReach, String language) {}

    /** The day by which an answer to a request of today is promised. */
    @Transactional(readOnly = true)
    public LocalDate findPromisedDay() {
        return settings.today().plusDays(PartnerRequestService.USUAL_DAYS);
    }

    /**
     * Receives a request.
     *
     * @param title 1 to 300 characters
     * @param details at most 4,000 characters; may be empty
     */
    @Transactional(label = "partner.receive")
    public void receive(PartnerRequestAsker asker, String title, String details) {
        Map<String, @Nullable Object> values = VersionedRow.values(asker);
        values.putAll(VersionedRow.values(new PartnerRequestFacts(
                title, details, ExchangeChannel.OTHER, settings.today(), findPromisedDay(), null, "", "", "", "")));
        values.put("state", PartnerRequestState.OPEN);
        CurrentActor.runAs(BY_FORM, () -> VersionedRow.insert(db, PartnerRequestService.TABLE, values));
    }
}
