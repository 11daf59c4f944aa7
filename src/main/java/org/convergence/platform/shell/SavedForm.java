package org.convergence.platform.shell;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A form submitted after its session ended.
 *
 * @param account its author's account
 * @param action the address to which it was sent
 * @param page address of the page that shows the form
 * @param fields the typed values; files are not saved
 */
public record SavedForm(UUID account, String action, String page, Map<String, List<String>> fields) {}
