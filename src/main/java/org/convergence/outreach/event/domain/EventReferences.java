package org.convergence.outreach.event.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** References from orders to organisations, and names in texts. Guests are no people of the directory. */
@Configuration(proxyBeanMethods = false)
class EventReferences {

    @Bean
    static IdentityReference eventBuyers(JdbcClient db) {
        return ReferencingColumn.toOrganisation(db, EventOrderRepository.TABLE, "organisation", List.of("id"));
    }

    @Bean
    static IdentityReference namesInEvents(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                EventService.TABLE,
                "false",
                Map.of("name", 200, "place", 300, "about", 5_000, "access", 1_000, "languages", 200));
    }

    @Bean
    static IdentityReference namesInEventOrders(TextStandIns standIns) {
        return new ColumnMentions(
                standIns,
                EventOrderRepository.TABLE,
                "false",
                Map.of("contact_name", 200, "contact_mail", 254, "purchase_order", 200));
    }

    @Bean
    static IdentityReference namesOfEventGuests(TextStandIns standIns) {
        return new ColumnMentions(standIns, "outreach.event_seat", "false", Map.of("name", 200, "need_note", 300));
    }
}
