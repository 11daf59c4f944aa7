package org.convergence.outreach.newsletter.domain;

import java.util.List;
import java.util.Map;
import org.convergence.directory.people.ColumnMentions;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.TextStandIns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recipients, and names of people in texts. Erasing a person clears the recipient; the numbers stay. */
@Configuration(proxyBeanMethods = false)
class NewsletterReferences {

    @Bean
    static IdentityReference newsletterRecipients(JdbcClient db) {
        return ReferencingColumn.toPerson(
                        db, "outreach.newsletter_recipient", "person", List.of("id"), ErasureRule.CLEAR)
                .withDuplicateKey(List.of("newsletter"));
    }

    @Bean
    static IdentityReference namesInNewsletters(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, "outreach.newsletter", "false", Map.of("confirmed_name", 300, "stopped_name", 300));
    }

    @Bean
    static IdentityReference namesInNewsletterBlocks(TextStandIns standIns) {
        return new ColumnMentions(standIns, "outreach.newsletter_text", "false", Map.of("title", 300, "body", 20_000));
    }

    @Bean
    static IdentityReference namesInNewsletterEditions(TextStandIns standIns) {
        return new ColumnMentions(
                standIns, "outreach.newsletter_edition", "false", Map.of("subject", 500, "content", 1_000_000));
    }
}
