package dev.hammer.testing.stub;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads and writes the XML of AWS answers: elements, attributes and text, nothing else. */
final class XmlText {
  private XmlText() {}

  static Document parse(String xml) {
    try {
      var factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(null);
      return builder.parse(new InputSource(new StringReader(xml.strip())));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalArgumentException("Not XML: " + xml, e);
    }
  }

  static String write(Document document) {
    var xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    write(document.getDocumentElement(), xml);
    return xml.toString();
  }

  static List<Element> children(Element parent) {
    var children = new ArrayList<Element>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }

  private static void write(Element element, StringBuilder xml) {
    xml.append('<').append(element.getTagName());
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Node attribute = attributes.item(i);
      xml.append(' ').append(attribute.getNodeName()).append("=\"");
      xml.append(escape(attribute.getNodeValue())).append('"');
    }
    xml.append('>');
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      switch (node) {
        case Element child -> write(child, xml);
        case org.w3c.dom.Text text -> xml.append(escape(text.getData()));
        default -> {}
      }
    }
    xml.append("</").append(element.getTagName()).append('>');
  }
}
