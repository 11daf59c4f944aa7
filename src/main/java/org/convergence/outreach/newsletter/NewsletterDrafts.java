package org.convergence.outreach.newsletter;

/** Drafts of issues that other modules write. */
public interface NewsletterDrafts {

    /**
     * Writes a draft in one language, with one article, without recipients yet.
     *
     * @param title the subject, and the title of the article
     * @param lead the opening words
     * @return the address of its page
     */
    String write(String language, String title, String lead, String body);
}
