/// Names from many places, put together by chance: whoever they make up is nobody.
enum SampleWords {
  /// A surname: one of the list, an English place name, or two names joined.
  static func surname(_ random: inout SplitMix64) -> String {
    random.chance(45) ? random.pick(surnames) : random.pick(stems) + random.pick(endings)
  }

  /// A family's name; three in ten carry two.
  static func familyName(_ random: inout SplitMix64) -> String {
    let first = surname(&random)
    guard random.chance(30) else { return first }
    let second = surname(&random)
    return first == second ? first : "\(first)-\(second)"
  }

  /// What a family calls somebody: Mum, Nan Ida, Uncle Joe; empty where the first name does.
  static func knownAs(_ kind: String, _ first: String) -> String {
    switch kind {
    case "mother": "Mum"
    case "father": "Dad"
    case "grandmother": "Nan \(first)"
    case "grandfather": "Grandad \(first)"
    case "aunt": "Aunty \(first)"
    case "uncle": "Uncle \(first)"
    default: ""
    }
  }

  static let firstNames = words(
    """
    Aaliyah Abel Ada Adwoa Ahmed Aiden Aisha Alba Alejandro Alicja Amara Amelie Amina Anaïs \
    Andrzej Anjali Anwen Arjun Asha Ava Ayaan Ayşe Beatriz Benno Bilal Blessing Bogdan Branwen \
    Bronagh Callie Carmen Cerys Chiamaka Chloë Cillian Daisy Daniyar Deepa Demi Dilan Eilidh \
    Ekaterina Elif Ella Emeka Ewa Fadi Farah Fatou Felix Femi Finley Freya Gethin Grace Gwen \
    Hamza Hana Harriet Hugo Ibrahim Ida Ifeoma Imogen Ines Isla Jamal Jasmin Jin Joaquín Jonah \
    Kacper Kofi Kwame Laila Layla Leo Liam Lucía Luka Mabel Magda Mahmoud Malik Marta Mei Milo \
    Mira Mohan Nadia Nkechi Noor Oisín Olu Omar Orla Oskar Pavel Petra Poppy Priti Rafael Rhys \
    Rosa Roza Ruby Saanvi Saoirse Selin Siân Sofia Tariq Tegan Theo Tomasz Uma Vera Yusuf Zainab \
    Zoë Zuzanna 美玲 Оксана مريم Ελένη
    """)

  static let surnames = words(
    """
    Abara Abdi Achterberg Adair Adomako Afolayan Agyeman Ahlström Akande Akhtar Albescu Aldana \
    Alvarez Amoah Anselm Aoki Appiah Arslan Asante Aydın Azizi Baako Babiarz Bajwa Bakare \
    Balogun Banerjee Baptista Bascombe Basu Benavides Bergström Bhatti Biały Birch Björk \
    Bolanle Bondarev Boyle Brankov Brzezina Burak Caffrey Calderón Camara Cardoso Carrick \
    Castellano Cavanagh Çelik Chanda Cheung Choudhary Cissé Coelho Conneely Contreras Cusack \
    Czajka Dąbek Danso Darko Dehghani Delacroix Demir Deshpande Devlin Diallo Dimitrov Doshi \
    Duarte Dudek Ebanks Edusei Ekwueme Elias Emenike Escobar Eze Fagbemi Falvey Farouk Fashola \
    Fernandes Fofana Fonseca Gajda Galvez Garang Gebre Ghosh Gomes Górecki Grewal Gunay \
    Gupta Habib Haddad Haile Halloran Hassan Hedley Henriques Hidalgo Hossain Huang Hương Idris \
    Igwe Inan Iqbal Ismail Iyer Jagielski Jallow Jankovic Jimenez Joshi Kabir Kaczor Kamara \
    Kaplan Karimi Kaya Kearney Keita Khalil Kipkemboi Kirwan Koç Kołodziej Kovač Kumari Kuti \
    Kwarteng Lacroix Lalani Laskar Lemos Leung Lindqvist Lipska Lobo Lungu Machado Mahlangu \
    Mendes Mensah Mirza Moyo Mukherjee Mulcahy Mutasa Nagy Nakamura Nasser Ndiaye Nguyễn \
    Njoroge Nowicka Nwosu Obi Odhiambo Ofori Ogunleye Onyango Ortega Osman Owusu Ozturk Pacheco \
    Pham Pillai Quaye Quinlan Rahimi Ramos Rashid Rezaei Saïd Salazar Sandhu Şahin Sesay Shrestha \
    Silva Sithole Sow Szabó Takahashi Tembo Toure Tran Uddin Vasquez Wójcik Yeboah Yılmaz Zając
    """)

  static let stems = words(
    """
    Ash Bar Birken Black Brad Bram Bur Cald Charl Clay Clif Cran Dal Den East Eller Fair Fen Gran \
    Green Hal Hart Haver Hazel Hol Hun Kel King Lang Lin Mar Mel Nor Oak Pen Rad Red Row Sel \
    Shel Stan Sut Thorn Wal Wes Whit Win Wood
    """)

  static let endings = words(
    "bourne brook bury by combe cott croft dale den field ford ham ley low mere more stead ton "
      + "well wick worth")

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map(String.init)
  }
}
