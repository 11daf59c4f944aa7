package org.convergence.directory.consent.domain;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.Bounces;
import org.convergence.platform.mail.Bounces.Bounced;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The addresses of a person or an organisation that bounced. */
@Service
@Transactional
@Requires(ConsentPermissions.READ)
public class ReturnedAddresses {

    private final Bounces bounces;
    private final JdbcClient db;

    ReturnedAddresses(Bounces bounces, JdbcClient db) {
        this.bounces = bounces;
        this.db = db;
    }

    /** An address and its bounces, in the directory's order. */
    public record Returned(String address, Bounced said) {}

    /** The bounced addresses of a party. */
    @Transactional(readOnly = true)
    public List<Returned> of(Party party) {
        String table = party instanceof OrganisationId ? "people_organisation" : "people_person";
        List<String> addresses = db.sql("""
                        SELECT point ->> 'value' FROM directory.%s p,
                               jsonb_array_elements(p.contact_points) WITH ORDINALITY AS points (point, rank)
                        WHERE p.id = ? AND point ->> 'channel' = 'MAIL' ORDER BY rank
                        """.formatted(table))
                .param(party.value())
                .query(String.class)
                .list();
        Map<String, Bounced> said = bounces.of(addresses);
        return addresses.stream()
                .distinct()
                .flatMap(address -> Stream.ofNullable(said.get(address)).map(it -> new Returned(address, it)))
                .toList();
    }

    /** Marks an address as working again. */
    @Requires(ConsentPermissions.RECORD)
    public void works(String address) {
        bounces.works(address);
    }
}
