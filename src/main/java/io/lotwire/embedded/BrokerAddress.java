package io.lotwire.embedded;

/**
 * How to reach the message broker.
 *
 * @param url Artemis URL, such as {@code tcp://127.0.0.1:61616}
 * @param user user name
 * @param password its password; never printed
 */
public record BrokerAddress(String url, String user, String password) {
    @Override
    public String toString() {
        return user + "@" + url;
    }
}
