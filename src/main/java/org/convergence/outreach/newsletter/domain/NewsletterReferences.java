package org.convergence.outreach.newsletter.domain;

import java.util.Map;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Recipients, and names of people in texts. Erasing a person clears the recipient; the numbers stay. */
@Configuration(proxyBeanMethods = false)
class NewsletterReferences {

    @Bean
    static IdentityReferences referencesFromNewsletter(ReferenceDeclarations declare) {
        return declare.table("outreach.newsletter_recipient")
                .person("person", ErasureRule.CLEAR)
                .onePer("newsletter")
                .textsOf("outreach.newsletter", Map.of("confirmed_name", 300, "stopped_name", 300))
                .textsOf("outreach.newsletter_text", Map.of("title", 300, "body", 20_000))
                .textsOf("outreach.newsletter_edition", Map.of("subject", 500, "content", 1_000_000));
    }
}
