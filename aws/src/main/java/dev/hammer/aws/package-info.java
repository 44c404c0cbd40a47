/**
 * Talking to AWS: who we are, accounts, regions, clients, rates, paging and error classes. The only
 * place that builds SDK clients.
 */
@NullMarked
package dev.hammer.aws;

import org.jspecify.annotations.NullMarked;
